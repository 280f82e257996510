import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Attack, outcome, skipped } from '../attack.ts'
import { ratingAt, type Target, times } from '../target.ts'

const MB = 1024 * 1024

/** Mounts a disk of its own size, which only root may. Answers with its folder and how it goes away, or why there is none. */
function smallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-disk-'))
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' })
  const { status, stderr, error } = run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  if (status !== 0) {
    rmSync(folder, { recursive: true })
    return { why: `no small disk can be mounted here: ${(stderr || error?.message || '').trim()}` }
  }
  const remove = () => {
    run('umount', folder)
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, remove }
}

/** Writes a file until so many megabytes are free. */
function fill(folder: string, left: number) {
  const file = openSync(join(folder, 'filler'), 'a')
  const some = Buffer.alloc(MB)
  try {
    for (let disk = statfsSync(folder); disk.bavail * disk.bsize > left * MB; disk = statfsSync(folder))
      writeSync(file, some)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}

/** The server looks at its disk once a second. */
const untilItLooks = () => new Promise(resolve => setTimeout(resolve, 1_500))

async function fillingUp(target: Target) {
  const place = await target.place()
  const disk = smallDisk(300)
  if (!disk.folder) return skipped(disk.why ?? '')
  try {
    await target.move(disk.folder)
    const kept = times(20, () => ratingAt(place))
    await target.rate(kept)
    const faults: string[] = []
    const refused = times(20, () => ratingAt(place))
    for (const left of [40, 0]) {
      fill(disk.folder, left)
      await untilItLooks()
      for (const rating of refused) {
        const { status, body, headers } = await target.call('submit_rating', rating)
        if (status !== 503 || body?.message !== 'try_later' || !headers['retry-after'])
          faults.push(`${left} MB left: ${status} ${body?.message ?? body?.state}`)
      }
      const read = await target.ask('/rest/v1/offices?limit=1')
      if (read.status !== 200) faults.push(`${left} MB left: reading ${read.status}`)
    }
    rmSync(join(disk.folder, 'filler'))
    await untilItLooks()
    await target.rate(refused)
    for (const { receipt } of [...kept, ...refused])
      if ((await target.state(receipt)).state !== 'waiting') faults.push(`${receipt} is lost`)
    const said = `40 ratings refused with try_later, reading goes on; with space again all 40 are there`
    return outcome(faults.length === 0, faults.length === 0 ? said : `${faults.length} faults, ${faults[0]}`)
  } finally {
    await target.end('SIGKILL')
    disk.remove()
  }
}

async function killing(target: Target) {
  const place = await target.place()
  const answered: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const before = answered.length
    let isOver = false
    const send = async () => {
      while (!isOver) {
        const rating = ratingAt(place)
        const status = await target.call('submit_rating', rating).then(
          answer => answer.status,
          () => 0,
        )
        if (status === 200) answered.push(rating.receipt)
        if (status === 0) return
      }
    }
    const senders = times(8, send)
    while (answered.length < before + 100) await new Promise(resolve => setTimeout(resolve, 20))
    await target.end('SIGKILL')
    isOver = true
    await Promise.all(senders)
    await target.restart()
  }
  let lost = 0
  for (const receipt of answered) if ((await target.state(receipt))?.state !== 'waiting') lost += 1
  return outcome(
    lost === 0,
    `killed three times under eight senders: ${lost} of ${answered.length} answered ratings lost`,
  )
}

export const diskAttacks: Attack[] = [
  {
    name: 'fill the disk',
    severity: 'critical',
    tried: 'writing with 40 MB left, and with none',
    isAlone: true,
    isLong: true,
    attempt: fillingUp,
  },
  {
    name: 'kill the server',
    severity: 'high',
    tried: 'kill -9 while people rate',
    isAlone: true,
    isLong: true,
    attempt: killing,
  },
]
