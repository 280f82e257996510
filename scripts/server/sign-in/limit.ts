import { createHmac } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Supabase Auth limits all of this; Lite none of it. */
export const limits = {
  mailsAMinute: 3,
  mailsADay: 20,
  /** As supabase/config.toml says: otp_expiry. */
  codeLives: 15 * minute,
  /** Of a million codes ten may be tried; after that the code is void, and not the address. */
  triesACode: 10,
  /** Wrong tries over all addresses: whoever spreads guesses over many people gets no more of them. */
  triesAnHour: 200,
}

type Entry = {
  /** When mails were ordered for the address, of the last day. */
  mails: number[]
  /** When the code was made that may be tried, null once it was used. */
  codeAt: number | null
  /** Wrong codes since then. */
  tries: number
  /** Whether mails are really sent. Others are counted alike, so that nobody learns who is a member. */
  isMember: boolean
}

const remembered = 10_000

type State = { wrong: number[]; entries: [string, Entry][] }

function readState(file?: string): State {
  try {
    if (file) return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The first start, or a file that is none.
  }
  return { wrong: [], entries: [] }
}

function writeState(file: string, state: State) {
  try {
    // Written beside and moved: a half-written file would be no counts at all.
    writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    // A full disk: what is counted in memory still holds.
  }
}

function forgetPast(members: Map<string, Entry>, before: number) {
  for (const [key, { mails }] of members) if ((mails.at(-1) ?? 0) <= before) members.delete(key)
}

/** When there are too many the older half goes, so that it is long before the next order has to look at them. */
function forgetOld(strangers: Map<string, Entry>) {
  if (strangers.size <= remembered) return
  for (const key of [...strangers.keys()].slice(0, remembered / 2)) strangers.delete(key)
}

/** Members apart: anybody can order codes for addresses that are nobody's, and members must not be lost among them. */
function remember(kept: State['entries']) {
  const members = new Map(kept)
  const strangers = new Map<string, Entry>()
  const find = (key: string) => members.get(key) ?? strangers.get(key)
  const put = (key: string, entry: Entry) => {
    // Taken out and put in at the end: the oldest is first.
    members.delete(key)
    strangers.delete(key)
    const own = entry.isMember ? members : strangers
    own.set(key, entry)
    forgetOld(strangers)
  }
  return { members, find, put }
}

export type LimitOptions = {
  /** Where the counts outlive a restart; nowhere when left out. */
  file?: string
  /** With which addresses are made unreadable. */
  secret: string
  now?: () => number
}

/** Counts the codes that are ordered and tried. Addresses come as `normalizedAddress` makes them. */
export function countSignIns({ file, secret, now = Date.now }: LimitOptions) {
  const kept = readState(file)
  const { members, find, put } = remember(kept.entries)
  let { wrong } = kept
  const keyOf = (email: string) => createHmac('sha256', secret).update(email).digest('base64url')

  const keep = () => {
    wrong = wrong.filter(time => time > now() - hour)
    forgetPast(members, now() - day)
    if (file) writeState(file, { wrong, entries: [...members] })
  }

  /** Whether a code may be ordered for the address, and counts it. */
  function order(email: string, isMember: boolean) {
    const key = keyOf(email)
    const mails = (find(key)?.mails ?? []).filter(time => time > now() - day)
    const inLastMinute = mails.filter(time => time > now() - minute).length
    if (inLastMinute >= limits.mailsAMinute || mails.length >= limits.mailsADay) return false
    put(key, { mails: [...mails, now()], codeAt: now(), tries: 0, isMember })
    if (isMember) keep()
    return true
  }

  /**
   * Whether a code may be tried for the address: 'expired' when none was ordered, 'too_many' when none may be. Counted
   * before it is known to be wrong, so that tries at the same moment are counted; `settle` takes it back.
   */
  function attempt(email: string) {
    const entry = find(keyOf(email))
    wrong = wrong.filter(time => time > now() - hour)
    if (wrong.length >= limits.triesAnHour) return 'too_many'
    if (!entry?.codeAt || entry.codeAt <= now() - limits.codeLives) return 'expired'
    if (entry.tries >= limits.triesACode) return 'too_many'
    const time = now()
    entry.tries += 1
    if (entry.isMember) {
      wrong.push(time)
      keep()
    }
    return {
      settle: (result: 'right' | 'wrong' | 'unknown') => {
        if (result === 'wrong') return
        entry.tries = result === 'right' ? 0 : entry.tries - 1
        if (result === 'right') entry.codeAt = null
        const at = wrong.indexOf(time)
        if (entry.isMember && at >= 0) wrong.splice(at, 1)
        if (entry.isMember) keep()
      },
    }
  }

  return { order, attempt }
}
