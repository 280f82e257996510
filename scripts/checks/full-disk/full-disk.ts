// A disk that is full for hours, on which space comes and goes, while citizens go on rating and everybody else reading.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { seeded } from '../../demo/random.ts'
import { prepareSecrets } from '../../server/secrets.ts'
import { memoryGrowth, memoryOf } from '../long-runs/memory.ts'
import { putReleaseFarOff } from '../long-runs/release-far-off.ts'
import { startServer } from '../test-server.ts'
import { type Crowd, crowdOf, type Made } from './phones.ts'
import { makeSmallDisk } from './small-disk.ts'

const { publishableKey } = prepareSecrets()
const MB = 1024 * 1024
/** Seconds until memory says something. */
const warmUp = 600

export type Options = {
  /** How long space comes and goes. */
  seconds: number
  /** How long a second of a phone's pauses takes. */
  pace?: number
  tapsASecond?: number
  onProgress?: (line: string) => void
}

/** How much is free, and for how many seconds at most. Below 64 MB the server takes nothing, and 130 MB hold 40 of it. */
const spells = {
  full: { free: [0], most: 40 },
  scarce: { free: [0.02, 0.3, 1, 5, 20, 60], most: 20 },
  near: { free: [63.9, 64.1, 65, 66], most: 10 },
  free: { free: [88], most: 10 },
}
const weights = { full: 4, scarce: 3, near: 3, free: 4 }

const asked = [
  ...[
    '/rest/v1/offices?limit=1',
    '/rest/v1/rpc/satisfaction?by=all',
    '/rest/v1/rpc/counter_page?code=8K93N9',
    '/results',
  ],
  '/rest/v1/batches?order=number.desc&limit=5',
]

/** Reads one thing after the other, and tells which could not be read. */
async function read(url: string, until: () => boolean, interval: number) {
  const unread: string[] = []
  let slowest = 0
  let reads = 0
  while (!until()) {
    const path = asked[reads++ % asked.length] ?? ''
    const start = performance.now()
    const headers = { apikey: publishableKey }
    const answer = await fetch(url + path, { headers, signal: AbortSignal.timeout(30_000) }).catch(
      error => error as Error,
    )
    slowest = Math.max(slowest, performance.now() - start)
    if (!('status' in answer) || answer.status !== 200)
      unread.push(`${path}: ${'status' in answer ? `${answer.status} ${await answer.text()}` : answer.message}`)
    else await answer.arrayBuffer()
    await pause(interval)
  }
  return { reads, unread, slowest }
}

async function comeAndGo(leave: (bytes: number) => void, until: () => boolean, pace: number, seen: string[]) {
  const random = seeded('space')
  while (!until()) {
    const name = random.weighted(weights)
    const { free, most } = spells[name]
    leave(random.pick(free) * MB)
    seen.push(name)
    const end = Date.now() + random.next() * most * 1000 * Math.max(pace, 0.1)
    while (!until() && Date.now() < end) await pause(50)
  }
}

/** What the database has, once the server has closed it. */
async function storedIn(folder: string) {
  const db = new PGlite(join(folder, 'data'))
  try {
    const { rows } = await db.query<{ id: string; score: number }>('select id::text, score from private.ratings')
    return rows
  } finally {
    await db.close()
  }
}

/** What was lost, doubled or changed, each a line for people. */
function compare({ made, acknowledged }: Crowd, stored: Pick<Made, 'id' | 'score'>[]) {
  const scores = new Map(stored.map(({ id, score }) => [id, score]))
  const lost = made.filter(({ id }) => !scores.has(id))
  const ofAcknowledged = lost.filter(({ id }) => acknowledged.has(id)).length
  const changed = made.filter(({ id, score }) => scores.has(id) && scores.get(id) !== score)
  return [
    ...(ofAcknowledged > 0 ? [`${ofAcknowledged} ratings were acknowledged and are lost`] : []),
    ...(lost.length > ofAcknowledged ? [`${lost.length - ofAcknowledged} ratings never arrived`] : []),
    ...(stored.length > made.length || scores.size < stored.length
      ? [`${stored.length} ratings are stored of ${made.length}`]
      : []),
    ...(changed.length > 0 ? [`${changed.length} ratings are stored with another score`] : []),
  ]
}

/** Waits until everything has been sent, for as long as anything arrives: a busy machine takes its time. */
async function everythingSent(crowd: Crowd, patience: number) {
  let least = crowd.waiting()
  let end = Date.now() + patience
  while (crowd.waiting() > 0 && Date.now() < end) {
    crowd.wake()
    await pause(500)
    if (crowd.waiting() < least) end = Date.now() + patience
    least = Math.min(least, crowd.waiting())
  }
}

export async function fullDisk({ seconds, pace = 1, tapsASecond = 3, onProgress = () => {} }: Options) {
  const disk = makeSmallDisk(130)
  const spellsSeen: string[] = []
  try {
    const server = await startServer(disk.folder, ['--no-demo'])
    await putReleaseFarOff(server.url)
    const { pid } = JSON.parse(readFileSync(join(disk.folder, 'server.json'), 'utf8'))
    const crowd = await crowdOf(8, server.url, publishableKey, pace)
    const samples: number[] = []
    const start = Date.now()
    const isOver = () => Date.now() - start > seconds * 1000
    const tap = setInterval(crowd.tap, 1000 / tapsASecond)
    const look = setInterval(() => {
      samples.push(memoryOf(pid) ?? 0)
      const minutes = ((Date.now() - start) / 60_000).toFixed(1)
      onProgress(
        `minute ${minutes}: ${crowd.made.length} ratings, ${crowd.waiting()} waiting, now ${spellsSeen.at(-1)}`,
      )
    }, 2_000)
    const reading = read(server.url, isOver, 400 * Math.max(pace, 0.25))
    await comeAndGo(disk.leave, isOver, pace, spellsSeen)
    clearInterval(tap)
    disk.leave(200 * MB)
    const { reads, unread, slowest } = await reading
    await everythingSent(crowd, 120_000)
    clearInterval(look)
    const waiting = crowd.waiting()
    const refused = await crowd.refused()
    await server.end('SIGTERM')
    const memory = memoryGrowth(samples, Math.max(warmUp, seconds / 5) / 2)
    const faults = [
      ...compare(crowd, await storedIn(disk.folder)),
      ...(waiting > 0
        ? [`${waiting} ratings wait though there is space again: the server takes nothing any more`]
        : []),
      ...(refused > 0 ? [`${refused} ratings were refused for good`] : []),
      ...[...new Set(unread)].map(what => `not read: ${what}`),
      ...(memory.isFlat ? [] : ['memory grows']),
    ]
    return {
      faults,
      reads,
      slowest,
      memory,
      ratings: crowd.made.length,
      acknowledged: crowd.acknowledged.size,
      spells: spellsSeen,
    }
  } finally {
    disk.end()
  }
}
