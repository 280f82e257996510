import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { offices } from '../../data/offices'
import { Problem } from '../../data/problem'
import { catalogue, fields } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { StaffPage } from '../shell/page'
import { useRights } from '../shell/use-rights'
import { ProcedureFacts } from './procedure-facts'
import { ProcedureForm } from './procedure-form'

export async function loader() {
  await Promise.all([catalogue, fields, offices].map(query => queryClient.fetchQuery(query as typeof fields)))
  return null
}

export function Component() {
  const { t } = useTranslation('staff')
  const { code = '' } = useParams()
  const { isAtTop } = useRights()
  const { data: procedures } = useSuspenseQuery(catalogue)
  const procedure = procedures.find(one => one.code === code)
  if (!procedure) throw new Problem(404, 'procedure_unknown')
  return (
    <StaffPage
      title={procedure.name}
      lead={procedure.code}
      actions={
        <ButtonLink look="quiet" to={paths.procedureResults(code)}>
          {t('procedures.public_page')}
        </ButtonLink>
      }
    >
      {isAtTop ? <ProcedureForm key={code} procedure={procedure} /> : <ProcedureFacts procedure={procedure} />}
    </StaffPage>
  )
}
