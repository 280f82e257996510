/** The factors of SIPAS (decision 2640/QĐ-BNV of 2017), in the official order. */
export const factors = ['access', 'procedure', 'staff', 'result', 'feedback'] as const
export type Factor = (typeof factors)[number]

/** Every question with one answer, and its answers, as `private.detail_choices()` has them. */
export const detailChoices = {
  outcome: ['received', 'supplement', 'refused', 'waiting'],
  timeliness: ['early', 'on_time', 'late', 'not_yet'],
  trips: ['0', '1', '2+'],
  agencies: ['0', '1', '2+'],
  money: ['no', 'yes', 'not_said'],
  filled_by: ['myself', 'family', 'officer'],
  applicant: ['citizen', 'business'],
} as const
export type ChoiceQuestion = keyof typeof detailChoices

/** The optional answers beside the score; null takes one back. */
export type Details = { [Question in ChoiceQuestion]?: (typeof detailChoices)[Question][number] | null } & {
  praised?: Factor[] | null
  improve?: Factor[] | null
  comment?: string | null
}
