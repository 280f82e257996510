import { createClient } from '@supabase/supabase-js'
import { apiKey, apiUrl } from './api'
import type { Database } from './database-types'

/** The one client of the signed-in pages. The public ones and the rating page have smaller ways: published.ts, rpc.ts. */
export const supabase = createClient<Database>(apiUrl, apiKey, {
  // The query client tries again; on top of each other the two would keep people waiting for half a minute.
  db: { retry: false },
  // Kept on the device, so that a second tab is signed in as well. The database ends a session that is not used.
  auth: { persistSession: true, autoRefreshToken: true, detectSessionInUrl: false },
})
