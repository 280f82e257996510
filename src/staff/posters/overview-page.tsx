import { Navigate } from 'react-router'
import { paths } from '../../paths'
import { useStaff } from '../shell/membership'

/** Posters belong to an office: one's own, or one that is chosen first. */
export function Component() {
  const { membership } = useStaff()
  const isOne = membership.role === 'head' || membership.role === 'clerk'
  return <Navigate to={isOne ? paths.staffOffice.posters(membership.office) : paths.staff.offices()} replace />
}
