import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { officeCounters } from '../../data/counters'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { isClosed, OfficePage } from '../shared/office-layout'
import { useOffice } from '../shared/use-office'
import { useRights } from '../shell/use-rights'
import { CounterList } from './list'

export async function loader({ params: { code } }: LoaderFunctionArgs) {
  await Promise.all([queryClient.fetchQuery(offices), queryClient.fetchQuery(officeCounters(code))])
  return null
}

/** The counters of one office. */
export function Component() {
  const { t } = useTranslation('staff')
  const office = useOffice()
  const { mayAt } = useRights()
  const { data: counters } = useSuspenseQuery(officeCounters(office.code))
  const mayAdd = mayAt('manage_counters', office.code) && !isClosed(office)
  return (
    <OfficePage
      office={office}
      title={t('counters.title')}
      actions={mayAdd && <ButtonLink to={paths.staffOffice.newCounter(office.code)}>{t('counters.add')}</ButtonLink>}
    >
      <CounterList counters={counters} />
    </OfficePage>
  )
}
