import type { Petition } from '../../data/feedback/work'
import { localDay } from '../../lib/dates/day'

/** Answered late, or not answered though its day is over. */
export const isOverdue = ({ closed_on: closed, is_late: isLate, due_on: due }: Petition, today = localDay()) =>
  closed ? isLate === true : due !== null && due < today
