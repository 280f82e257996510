// Generated from supabase/migrations by `npm run generate`; a test says when it is stale.

/** In the official order; praised or to improve. */
export const factors = ['access', 'procedure', 'staff', 'result', 'feedback'] as const

/** Every question with one answer, and its answers. */
export const detailChoices = {
  outcome: ['received', 'supplement', 'refused', 'waiting'],
  timeliness: ['early', 'on_time', 'late', 'not_yet'],
  trips: ['0', '1', '2+'],
  agencies: ['0', '1', '2+'],
  money: ['no', 'yes', 'not_said'],
  filled_by: ['myself', 'family', 'officer'],
  applicant: ['citizen', 'business'],
} as const

/** How a procedure was asked for. */
export const serviceChannels = ['counter', 'online', 'postal'] as const

/** How well a rating is known to come from somebody who was served. */
export const trusts = ['visit', 'on_site', 'control', 'walk_in'] as const
