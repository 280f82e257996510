import type { RatingTarget } from '../../data/rating-targets'

/**
 * What the script of the first page calls in the one that goes on: the code as it stands in the address, whether it is
 * a visit's, the form with the faces, and the place when it has been asked for.
 */
export type Start = (
  typed: string,
  isVisit: boolean,
  form: HTMLFormElement,
  place?: Promise<RatingTarget>,
) => Promise<void>
