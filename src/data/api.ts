/**
 * The address of the API and its publishable key. Both are fixed when the app is built; without them the API
 * is expected on the page's own origin, as `npm start` serves it.
 */
export const apiUrl = import.meta.env.VITE_SUPABASE_URL ?? globalThis.location.origin
export const apiKey = import.meta.env.VITE_SUPABASE_ANON_KEY ?? 'publishable'
