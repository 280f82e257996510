import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { fields } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { paths } from '../../paths'
import { StaffPage } from '../shell/page'
import { ProcedureForm } from './procedure-form'

export async function loader() {
  await queryClient.fetchQuery(fields)
  return null
}

export function Component() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  return (
    <StaffPage title={t('procedures.add')} lead={t('procedures.add_lead')}>
      <ProcedureForm onCreated={({ code }) => navigate(paths.staffProcedure(code))} />
    </StaffPage>
  )
}
