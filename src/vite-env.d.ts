interface ImportMetaEnv {
  /** Origin of the Supabase API; absent when the API answers on the page's own origin. */
  readonly VITE_SUPABASE_URL?: string
  /** The publishable key: it names the project and opens nothing by itself. */
  readonly VITE_SUPABASE_ANON_KEY?: string
}
