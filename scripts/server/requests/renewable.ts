import type { App } from '@supabase/lite'
import type { Database } from '../migration-record.ts'

/** A database that can be closed and opened again while the server runs. */
export type Renewable = Pick<Database, 'query'> & {
  app: Pick<App, 'fetch'>
  close: () => Promise<unknown>
  /** Closes it and opens it again. Whoever asks meanwhile waits. */
  renew: () => Promise<void>
}

export function renewable(opened: Database, open: () => Promise<Database>): Renewable {
  let current = Promise.resolve(opened)
  return {
    app: { fetch: async (...asked) => (await current).app.fetch(...asked) },
    query: async sql => (await current).query(sql),
    close: async () => (await current).app.connection.close(),
    async renew() {
      const old = current
      current = old.then(async ({ app }) => {
        await app.connection.close()
        return open()
      })
      await current
    },
  }
}
