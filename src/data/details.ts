import { detailChoices, factors } from '../lib/lists'

export { detailChoices, factors }

export type Factor = (typeof factors)[number]

export type ChoiceQuestion = keyof typeof detailChoices

/** The optional answers beside the score; null takes one back. */
export type Details = { [Question in ChoiceQuestion]?: (typeof detailChoices)[Question][number] | null } & {
  praised?: Factor[] | null
  improve?: Factor[] | null
  comment?: string | null
}

/** The longest comment that the database accepts, in characters. */
export const LONGEST_COMMENT = 1000
