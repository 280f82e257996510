import { useSuspenseQuery } from '@tanstack/react-query'
import { offices } from '../../data/offices'
import { useStaff } from './membership'
import { rightsOf } from './rights'

/** What the person who is signed in may do, with all their roles together. */
export function useRights() {
  const { me } = useStaff()
  const { data } = useSuspenseQuery(offices)
  return rightsOf(me.roles, data)
}
