// IndexedDB with promises, as far as the outbox needs it. A library for this weighs a third of all that a tap may wait for.

/** Some browsers never answer; after twice so many milliseconds the outbox goes on without. */
const PATIENCE = 1_500

/** Rejects when no answer comes. In two halves: the timer of a page that was frozen is over at once, before any answer. */
export const inTime = <Answer>(answer: Promise<Answer>, late: () => void) =>
  new Promise<Answer>((resolve, reject) => {
    const end = () => {
      late()
      reject()
    }
    let timer = setTimeout(() => {
      timer = setTimeout(end, PATIENCE)
    }, PATIENCE)
    answer.then(resolve, reject).then(() => clearTimeout(timer))
  })

const answerTo = <Answer>(request: IDBRequest<Answer>) =>
  new Promise<Answer>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export type Tables = { [name: string]: IDBObjectStoreParameters }

/**
 * Opens a database in whatever version it has, an older or a newer app's, and adds the tables that it lacks. `gone`: the
 * connection cannot be used any more, and another version in another tab may go on.
 */
export async function openDatabase(
  name: string,
  tables: Tables,
  gone: () => void,
  version?: number,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  const missing = () => Object.keys(tables).filter(table => !request.result.objectStoreNames.contains(table))
  request.onupgradeneeded = () => {
    for (const table of missing()) request.result.createObjectStore(table, tables[table])
  }
  const db = await answerTo(request)
  db.onversionchange = () => {
    db.close()
    gone()
  }
  db.onclose = gone
  if (missing().length === 0) return db
  db.close()
  return openDatabase(name, tables, gone, db.version + 1)
}

type Stores = (name: string) => IDBObjectStore

/**
 * Writes in one transaction: all of it happens or nothing. Resolves when it is on the disk: 'strict' waits for the
 * device, not for the operating system's promise. After `commit` the browser finishes it even if the page is killed.
 */
export function change(db: IDBDatabase, names: string[], work: (stores: Stores, commit: () => void) => void) {
  const transaction = db.transaction(names, 'readwrite', { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  work(
    name => transaction.objectStore(name),
    () => transaction.commit?.(),
  )
  return done
}

export const readAll = <Row>(db: IDBDatabase, name: string): Promise<Row[]> =>
  answerTo(db.transaction(name).objectStore(name).getAll())

/** Reads one row within a change; `then` writes what follows from it. */
export function read<Row>(store: IDBObjectStore, key: IDBValidKey, then: (row: Row | undefined) => void) {
  const request: IDBRequest<Row | undefined> = store.get(key)
  request.onsuccess = () => then(request.result)
}
