import { Navigate } from 'react-router'
import { paths } from '../../paths'
import { useStaff } from '../shell/membership'

/** Posters belong to an office: one's own, or one that is chosen first. */
export function Component() {
  const { membership, may } = useStaff()
  const to = may('reach_offices_below') ? paths.staff.offices() : paths.staffOffice.posters(membership.office)
  return <Navigate to={to} replace />
}
