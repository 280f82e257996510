/**
 * The address of the API and its publishable key. Both are fixed when the app is built; without them the API
 * is expected on the page's own origin, as `npm start` serves it.
 */
export const apiUrl = import.meta.env.VITE_SUPABASE_URL ?? location.origin
export let apiKey = import.meta.env.VITE_SUPABASE_ANON_KEY ?? 'publishable'

/**
 * The key of today, from a small file beside the pages (scripts/build/api-file.ts). A page that a phone has kept for weeks
 * holds the key of its own day, and a key may have been changed since.
 */
export async function currentKey(signal: AbortSignal): Promise<string> {
  try {
    const { key } = await (await fetch('/api.json', { cache: 'no-store', signal })).json()
    if (typeof key === 'string') apiKey = key
  } catch {
    // No such file, or somebody else's page in its place: the key stays.
  }
  return apiKey
}
