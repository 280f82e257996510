import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { officeCounters } from '../../data/counters'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { paths } from '../../paths'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { CounterList } from './list'

export async function loader() {
  await Promise.all([queryClient.fetchQuery(offices), queryClient.fetchQuery(officeCounters())])
  return null
}

/** The counters of every office that the person answers for; who works in one office sees that one's. */
export function Component() {
  const { t } = useTranslation('staff')
  const { membership, reachesBelow } = useStaff()
  const { data: counters } = useSuspenseQuery(officeCounters())
  if (!reachesBelow) {
    return <Navigate to={paths.staffOffice.counters(membership.office)} replace />
  }
  return (
    <StaffPage title={t('counters.title')} lead={t('counters.lead')}>
      <CounterList counters={counters} withOffice />
    </StaffPage>
  )
}
