import { Navigate } from 'react-router'
import { paths } from '../../paths'
import { useStaff } from '../shell/membership'

/** Posters belong to an office: one's own, or one that is chosen first. */
export function Component() {
  const { membership, reachesBelow } = useStaff()
  const to = reachesBelow ? paths.staff.offices() : paths.staffOffice.posters(membership.office)
  return <Navigate to={to} replace />
}
