import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { RatingCall } from '../data/ratings'
import { counted, type Outcome, type Store, type StoredCall, type Tally, toStore, VERSION, type Visit } from './store'

interface Schema extends DBSchema {
  calls: { key: number; value: StoredCall }
  visits: { key: string; value: Visit }
  outcomes: { key: string; value: Outcome }
  tallies: { key: string; value: Tally }
  leases: { key: string; value: { holder: string; until: number } }
}

/** Longer than one request may take, so that a lease never ends under a sender that is still waiting. */
const LEASE = 60_000

/** Some browsers never answer when the database is opened; nobody waits for them longer than this. */
const OPENING = 3_000

/** The outbox on this device's IndexedDB. Rejects where the browser keeps nothing. */
export async function openDiskStore(name = 'hai-long'): Promise<Store> {
  const store = new DiskStore(name)
  await Promise.race([store.open(), new Promise((_, reject) => setTimeout(reject, OPENING))])
  return store
}

class DiskStore implements Store {
  readonly isDurable = true
  private readonly name: string
  private readonly holder = String(Math.random())
  private opened: Promise<IDBPDatabase<Schema>> | null = null

  constructor(name: string) {
    this.name = name
  }

  /** Opens again after the browser has dropped the connection, as Safari does in the background. */
  open() {
    const close = () => {
      this.opened = null
    }
    this.opened ??= openDB<Schema>(this.name, 2, {
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore('calls', { keyPath: 'seq', autoIncrement: true })
          db.createObjectStore('visits', { keyPath: 'receipt' })
          db.createObjectStore('outcomes', { keyPath: 'receipt' })
          db.createObjectStore('leases')
        }
        db.createObjectStore('tallies', { keyPath: 'reason' })
      },
      // A newer version in another tab must not wait for this one.
      blocking(_current, _blocked, event) {
        ;(event.target as IDBDatabase).close()
        close()
      },
      terminated: close,
    })
    this.opened.catch(close)
    return this.opened
  }

  async keep(visit: Visit | null, call?: RatingCall) {
    const db = await this.open()
    // 'strict' waits for the disk, not for the operating system's promise. The commit stands in the same tick as the
    // writes: once the tap's event has been handled, the browser finishes it even if the page is killed.
    const change = db.transaction(['calls', 'visits'], 'readwrite', { durability: 'strict' })
    const writes: Promise<unknown>[] = []
    if (visit) writes.push(change.objectStore('visits').put(visit))
    // The database gives the seq.
    if (call) writes.push(change.objectStore('calls').add(toStore(visit, call) as StoredCall))
    change.commit()
    await Promise.all([...writes, change.done])
  }

  async calls() {
    const calls = await (await this.open()).getAll('calls')
    // A newer version's calls wait for the newer version.
    return calls.filter(({ version }) => version <= VERSION)
  }

  async visits() {
    return (await this.open()).getAll('visits')
  }

  async outcomes() {
    return (await this.open()).getAll('outcomes')
  }

  async tallies() {
    return (await this.open()).getAll('tallies')
  }

  async settle(outcome: Outcome, settled: StoredCall[]) {
    const change = (await this.open()).transaction(['calls', 'outcomes'], 'readwrite')
    await Promise.all([
      change.objectStore('outcomes').put(outcome),
      ...settled.map(({ seq }) => change.objectStore('calls').delete(seq)),
      change.done,
    ])
  }

  async count(reason: string, { seq }: StoredCall, now: number) {
    const change = (await this.open()).transaction(['calls', 'tallies'], 'readwrite')
    const tallies = change.objectStore('tallies')
    await tallies.put(counted(reason, await tallies.get(reason), now))
    await change.objectStore('calls').delete(seq)
    await change.done
  }

  async replace(call: StoredCall) {
    await (await this.open()).put('calls', call)
  }

  async forget(receipt: string) {
    const change = (await this.open()).transaction(['visits', 'outcomes'], 'readwrite')
    await Promise.all([
      change.objectStore('visits').delete(receipt),
      change.objectStore('outcomes').delete(receipt),
      change.done,
    ])
  }

  async alone(work: () => Promise<void>) {
    if (!navigator.locks) return this.withLease(work)
    await navigator.locks.request('outbox', work)
    return true
  }

  /** Where the page is not served over https there are no locks: a row that runs out stands in for one. */
  private async withLease(work: () => Promise<void>) {
    if (!(await this.takeLease())) return false
    // Should it fail, the lease runs out and two pages may send at once: the server takes each call once.
    const renewal = setInterval(() => this.takeLease().catch(() => false), LEASE / 3)
    try {
      await work()
    } finally {
      clearInterval(renewal)
      await (await this.open()).delete('leases', 'sender')
    }
    return true
  }

  private async takeLease() {
    const change = (await this.open()).transaction('leases', 'readwrite')
    const lease = await change.store.get('sender')
    const now = Date.now()
    // A lease that ends too far ahead was taken before the clock was set back.
    const isFree = !lease || lease.holder === this.holder || lease.until < now || lease.until > now + LEASE
    if (isFree) await change.store.put({ holder: this.holder, until: now + LEASE }, 'sender')
    await change.done
    return isFree
  }
}
