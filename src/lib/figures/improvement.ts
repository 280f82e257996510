/** How often an answer was given in the groups of both quarters; `of`: the people of the groups. */
export type AnswerChange = {
  question: string
  answer: string
  n_before: number
  of_before: number
  n: number
  of: number
  is_sure: boolean
}

/** A field whose rate rose as surely as that of the office. */
export type FieldChange = { field: string; n_before: number; satisfied_before: number; n: number; satisfied: number }

/** A quarter of an office beside the same one a year before: what public.good_practice answers. low and high are shares. */
export type Improvement = {
  office_code: string
  /** Its first day. */
  quarter: string
  n_before: number
  satisfied_before: number
  n: number
  satisfied: number
  low: number
  high: number
  visits_before: number
  visits: number
  /** The office's note. */
  text: string | null
  fields: FieldChange[]
  answers: AnswerChange[]
}

/** The first day of the same quarter a year before. */
export const yearBefore = (quarter: string) => `${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`

/** Per cent. */
export const shareOf = (part: number, of: number) => (100 * part) / of

/** In per cent, before and after. */
export const ratesOf = ({
  n_before,
  satisfied_before,
  n,
  satisfied,
}: Pick<Improvement, 'n_before' | 'satisfied_before' | 'n' | 'satisfied'>) => ({
  before: shareOf(satisfied_before, n_before),
  after: shareOf(satisfied, n),
})

/** By how much the share of an answer moved, in per cent. */
const moved = ({ n_before, of_before, n, of }: AnswerChange) => Math.abs(shareOf(n, of) - shareOf(n_before, of_before))

/** The answers that surely changed, what moved most first, and the others in the order they came. */
export function sortedChanges(answers: AnswerChange[]) {
  const sure = answers.filter(({ is_sure }) => is_sure).toSorted((a, b) => moved(b) - moved(a))
  return { sure, others: answers.filter(({ is_sure }) => !is_sure) }
}
