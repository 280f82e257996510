import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { App } from '@supabase/lite'
import type { Database } from '../migration-record.ts'

/** A database that can be closed and opened again while the server runs. */
export type Renewable = Pick<Database, 'query'> & {
  app: Pick<App, 'fetch'>
  close: () => Promise<unknown>
  /** Closes it and opens it again. Whoever asks meanwhile waits. */
  renew: () => Promise<void>
}

/**
 * Node clears away when its own heap fills, and the memory of a database is none of it: a closed one of hundreds of megabytes,
 * or two, would stand beside the open one for as long as few are asking. Takes 15 to 120 ms.
 */
function collectGarbage() {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

export function renewable(opened: Database, open: () => Promise<Database>): Renewable {
  let current = Promise.resolve(opened)
  async function openAnew() {
    const old = current
    current = old.then(async ({ app }) => {
      await app.connection.close()
      return open()
    })
    await current
  }
  return {
    app: { fetch: async (...asked) => (await current).app.fetch(...asked) },
    query: async sql => (await current).query(sql),
    close: async () => (await current).app.connection.close(),
    async renew() {
      await openAnew()
      collectGarbage()
    },
  }
}
