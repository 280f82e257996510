import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate } from 'react-router'
import { offices } from '../../data/offices'
import { proceduresOffered } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { paths } from '../../paths'
import { OfficePage } from '../shared/office-layout'
import { useOffice } from '../shared/use-office'
import { CounterForm } from './form'

export async function loader({ params: { code = '' } }: LoaderFunctionArgs) {
  await Promise.all([queryClient.fetchQuery(offices), queryClient.fetchQuery(proceduresOffered(code))])
  return null
}

export function Component() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const office = useOffice()
  return (
    <OfficePage office={office} title={t('counters.add')}>
      <CounterForm office={office} onCreated={({ code }) => navigate(paths.staffOffice.counter(office.code, code))} />
    </OfficePage>
  )
}
