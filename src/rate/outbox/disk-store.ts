import type { RatingCall } from '../../data/ratings'
import { change, openDatabase, read, readAll } from './indexed-db'
import {
  counted,
  type Outcome,
  type RatingDraft,
  type Store,
  type StoredCall,
  type Tally,
  toStore,
  VERSION,
} from './store'

type Lease = { holder: string; until: number }

/** Longer than one request may take, so that a lease never ends under a sender that is still waiting. */
const LEASE = 60_000

/** Some browsers never answer when the database is opened; after so many milliseconds the outbox goes on without it. */
const OPENING = 3_000

/** The outbox on this device's IndexedDB. Rejects in a browser without storage. */
export async function openDiskStore(name = 'hai-long'): Promise<Store> {
  const store = new DiskStore(name)
  await Promise.race([store.open(), new Promise((_, reject) => setTimeout(reject, OPENING))])
  return store
}

class DiskStore implements Store {
  readonly isDurable = true
  private readonly name: string
  private readonly holder = String(Math.random())
  private opened: Promise<IDBDatabase> | null = null

  constructor(name: string) {
    this.name = name
  }

  /** Opens again after the browser has dropped the connection, as Safari does in the background. */
  open() {
    const gone = () => {
      this.opened = null
    }
    this.opened ??= openDatabase(this.name, 1, create, gone)
    this.opened.catch(gone)
    return this.opened
  }

  async save(rating: RatingDraft | null, call?: RatingCall) {
    await change(await this.open(), ['calls', 'visits'], (stores, commit) => {
      if (rating) stores('visits').put(rating)
      // The database gives the seq.
      if (call) stores('calls').add(toStore(rating, call))
      commit()
    })
  }

  async calls() {
    const calls = await readAll<StoredCall>(await this.open(), 'calls')
    // A newer version's calls wait for the newer version.
    return calls.filter(({ version }) => version <= VERSION)
  }

  async ratings() {
    return readAll<RatingDraft>(await this.open(), 'visits')
  }

  async outcomes() {
    return readAll<Outcome>(await this.open(), 'outcomes')
  }

  async tallies() {
    return readAll<Tally>(await this.open(), 'tallies')
  }

  async settle(outcome: Outcome, settled: StoredCall[]) {
    await change(await this.open(), ['calls', 'outcomes'], stores => {
      stores('outcomes').put(outcome)
      for (const { seq } of settled) stores('calls').delete(seq)
    })
  }

  async count(reason: string, { seq }: StoredCall, now: number) {
    await change(await this.open(), ['calls', 'tallies'], stores => {
      read<Tally>(stores('tallies'), reason, tally => stores('tallies').put(counted(reason, tally, now)))
      stores('calls').delete(seq)
    })
  }

  async replace(call: StoredCall) {
    await change(await this.open(), ['calls'], stores => stores('calls').put(call))
  }

  async forget(receipt: string) {
    await change(await this.open(), ['visits', 'outcomes'], stores => {
      stores('visits').delete(receipt)
      stores('outcomes').delete(receipt)
    })
  }

  async alone(work: () => Promise<void>) {
    if (!navigator.locks) return this.withLease(work)
    await navigator.locks.request('outbox', work)
    return true
  }

  /** Without https there are no Web Locks; a row with an end time is used instead. */
  private async withLease(work: () => Promise<void>) {
    if (!(await this.takeLease())) return false
    // Should it fail, the lease runs out and two pages may send at once: the server takes each call once.
    const renewal = setInterval(() => this.takeLease().catch(() => false), LEASE / 3)
    try {
      await work()
    } finally {
      clearInterval(renewal)
      await change(await this.open(), ['leases'], stores => stores('leases').delete('sender'))
    }
    return true
  }

  private async takeLease() {
    const now = Date.now()
    let isFree = false
    await change(await this.open(), ['leases'], stores =>
      read<Lease>(stores('leases'), 'sender', lease => {
        // A lease that ends too far ahead was taken before the clock was set back.
        isFree = !lease || lease.holder === this.holder || lease.until < now || lease.until > now + LEASE
        if (isFree) stores('leases').put({ holder: this.holder, until: now + LEASE }, 'sender')
      }),
    )
    return isFree
  }
}

function create(db: IDBDatabase) {
  db.createObjectStore('calls', { keyPath: 'seq', autoIncrement: true })
  db.createObjectStore('visits', { keyPath: 'receipt' })
  db.createObjectStore('outcomes', { keyPath: 'receipt' })
  db.createObjectStore('tallies', { keyPath: 'reason' })
  db.createObjectStore('leases')
}
