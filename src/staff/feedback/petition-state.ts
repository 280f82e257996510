import type { Petition } from '../../data/feedback-work'
import { localDay } from '../../lib/dates/day'

/** Enough of a petition's random id to name it to a colleague; it says nothing of its code or of when it came. */
export const numberOf = ({ id }: Pick<Petition, 'id'>) => id.slice(0, 8)

/** Answered late, or not answered though its day is over. */
export const isOverdue = ({ closed_on: closed, is_late: isLate, due_on: due }: Petition, today = localDay()) =>
  closed ? isLate === true : due !== null && due < today
