import { change, inTime, openDatabase, read, readAll } from './indexed-db'
import { type Store, type TableName, tables } from './store'

type Lease = { holder: string; until: number }

/** Longer than one request may take, so that a lease never ends under a sender that is still waiting. */
const LEASE = 60_000

/** After so many turns, of five seconds each, that another page has kept the lock, the browser has frozen that page. */
const TURNS = 6

/** The outbox on this device's IndexedDB. Rejects in a browser without storage, or with one that does not answer. */
export async function openDiskStore(name = 'hai-long'): Promise<Store> {
  let opened: Promise<IDBDatabase> | undefined
  // One that did not answer once is not waited for again: everything else would come as late.
  let isSilent = false

  /** Opens again after the browser has dropped the connection, as Safari does in the background. */
  async function use<Answer>(work: (db: IDBDatabase) => Answer | Promise<Answer>): Promise<Answer> {
    const gone = () => {
      opened = undefined
    }
    if (!opened) {
      opened = openDatabase(name, { ...tables, leases: {} }, gone)
      opened.catch(gone)
    }
    if (isSilent) throw name
    return inTime(opened.then(work), () => {
      isSilent = true
    })
  }

  await use(() => {})
  return {
    all: table => use(db => readAll(db, table)),
    write: (puts, removals = {}) => {
      const names = Object.keys({ ...puts, ...removals }) as TableName[]
      return use(db =>
        change(db, names, (stores, commit) => {
          for (const table of names) {
            // The database gives a call its seq.
            for (const row of puts[table] ?? []) stores(table).put(row)
            for (const key of removals[table] ?? []) stores(table).delete(key)
          }
          commit()
        }),
      )
    },
    replace: call =>
      use(db =>
        // Another page may have had the answer meanwhile; sent again, it would undo what followed it.
        change(db, ['calls'], stores => read(stores('calls'), call.seq, known => known && stores('calls').put(call))),
      ),
    alone: navigator.locks ? withLock() : withLease(work => use(db => change(db, ['leases'], work))),
  }
}

/** Waits its turn for a page that is alive, and takes the lock from one that the browser has frozen: that never ends. */
function withLock(): Store['alone'] {
  let refusals = 0
  return async work => {
    let isMine = true
    const options = refusals < TURNS ? { ifAvailable: true } : { steal: true }
    const turn = navigator.locks.request('outbox', options, async lock => {
      refusals = lock ? 0 : refusals + 1
      if (lock) await work(() => isMine)
      return lock !== null
    })
    return (turn as Promise<boolean>).catch(() => {
      isMine = false
      return false
    })
  }
}

type LeaseWork = (stores: (name: string) => IDBObjectStore) => void

/** Without https there are no Web Locks; a row with an end time is used instead. */
function withLease(inLeases: (work: LeaseWork) => Promise<void>): Store['alone'] {
  const holder = String(Math.random())
  /** False while another page has it. A disk that cannot be written to keeps no page from sending. */
  const take = async (length: number) => {
    const now = Date.now()
    let isFree = true
    await inLeases(stores =>
      read<Lease>(stores('leases'), 'sender', lease => {
        // A lease that ends too far ahead was taken before the clock was set back.
        isFree = !lease || lease.holder === holder || lease.until < now || lease.until > now + LEASE
        if (isFree) stores('leases').put({ holder, until: now + length }, 'sender')
      }),
    ).catch(() => {})
    return isFree
  }
  return async work => {
    let isMine = await take(LEASE)
    if (!isMine) return false
    const renewal = setInterval(async () => {
      isMine = await take(LEASE)
    }, LEASE / 3)
    try {
      await work(() => isMine)
    } finally {
      clearInterval(renewal)
      await take(-1)
    }
    return true
  }
}
