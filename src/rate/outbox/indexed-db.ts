// IndexedDB with promises, as far as the outbox needs it. A library for this weighs a third of all that a tap may wait for.

const answerTo = <Answer>(request: IDBRequest<Answer>) =>
  new Promise<Answer>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Opens a database. `gone`: the connection cannot be used any more, and a newer version in another tab may go on. */
export function openDatabase(name: string, version: number, upgrade: (db: IDBDatabase) => void, gone: () => void) {
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = () => upgrade(request.result)
  return answerTo(request).then(db => {
    db.onversionchange = () => {
      db.close()
      gone()
    }
    db.onclose = gone
    return db
  })
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
