// Generated from supabase/migrations by `npm run generate`; a test says when it is stale.

/** Of the languages; the first is the fallback. */
export const languageCodes = ['vi', 'en', 'km'] as const
