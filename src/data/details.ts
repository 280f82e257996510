import { detailChoices as choices, factors } from './lists'

export { choices, factors }

export type Factor = (typeof factors)[number]

export type Choice = keyof typeof choices

/** What a person adds to the score. All of it is optional; null takes an answer back. */
export type Details = { [Question in Choice]?: (typeof choices)[Question][number] | null } & {
  praised?: Factor[] | null
  improve?: Factor[] | null
  comment?: string | null
}
