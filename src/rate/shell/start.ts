import type { RatingTarget } from '../../data/rating-targets'

/**
 * The function by which the first page's script starts the conversation: with the code as the address has it, whether
 * it is a visit's, the form with the faces, and the request for the place if it was sent.
 */
export type Start = (
  typed: string,
  isVisit: boolean,
  form: HTMLFormElement,
  place?: Promise<RatingTarget>,
) => Promise<void>
