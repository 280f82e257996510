import { createClient } from '@supabase/supabase-js'
import { apiKey, apiUrl } from './api'
import type { Database } from './database-types'

/** The client of the signed-in pages. The public ones and the rating page use public-api.ts and rpc.ts instead. */
export const supabase = createClient<Database>(apiUrl, apiKey, {
  // The query client retries; both together would take half a minute.
  db: { retry: false },
  // Stored on the device, so that a second tab is signed in as well. The database ends a session that is not used.
  auth: { persistSession: true, autoRefreshToken: true, detectSessionInUrl: false },
})
