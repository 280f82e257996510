import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { paths } from '../../paths'
import { StaffPage } from '../shell/page'
import { OfficeForm } from './form'

export async function loader() {
  await queryClient.fetchQuery(offices)
  return null
}

export function Component() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const parent = query.get('parent')
  return (
    <StaffPage title={t('offices.add')} lead={t('offices.add_lead')}>
      <OfficeForm {...(parent && { parent })} onCreated={({ code }) => navigate(paths.staff.office(code))} />
    </StaffPage>
  )
}
