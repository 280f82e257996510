// Generated from supabase/migrations by `npm run generate`; a test says when it is stale.

/** Each named in itself, in full and as it fits a phone; the first is the fallback. */
export const languages = {
  vi: { name: 'Tiếng Việt', short: 'VI' },
  en: { name: 'English', short: 'EN' },
  km: { name: 'ខ្មែរ', short: 'ខ្មែរ' },
} as const
