import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { officeCounters } from '../../data/counters'
import { offices } from '../../data/offices'
import { offerings } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { OfficePage } from '../shared/office-layout'
import { useOffice } from '../shared/use-office'
import { OfficeForm } from './form'
import { OfficeGuide } from './guide'

export async function loader({ params: { code = '' } }: LoaderFunctionArgs) {
  await Promise.all([
    queryClient.fetchQuery(offices),
    queryClient.fetchQuery(offerings(code)),
    queryClient.fetchQuery(officeCounters(code)),
  ])
  return null
}

export function Component() {
  const { t } = useTranslation('staff')
  const office = useOffice()
  return (
    <OfficePage office={office} title={t('offices.one')}>
      <OfficeGuide office={office} />
      <OfficeForm key={office.code} office={office} />
    </OfficePage>
  )
}
