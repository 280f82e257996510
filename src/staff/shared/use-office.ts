import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { offices } from '../../data/offices'
import { Problem } from '../../data/problem'

/** The office in the address of the page. Throws a Problem: office_unknown. */
export function useOffice() {
  const { code } = useParams()
  const { data } = useSuspenseQuery(offices)
  const office = data.find(one => one.code === code)
  if (!office) throw new Problem(404, 'office_unknown')
  return office
}
