import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import type { ImportKind } from '../../lib/files/import-schema'
import { SelectField } from '../../ui/forms/form-field'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import type { Capability } from '../shell/rights'
import { ImportHistory } from './history'
import { ImportWizard } from './wizard'

export async function loader() {
  await Promise.all(
    [offices, procedureNames, settings].map(query => queryClient.ensureQueryData(query as typeof offices)),
  )
  return null
}

/** What each kind of import takes. Procedures belong to no office: they are imported at the top of the tree. */
const needs: { [Kind in ImportKind]: Capability } = {
  handled: 'report_handled_dossiers',
  offerings: 'manage_offerings',
  visit_codes: 'make_visit_codes',
  offices: 'manage_offices',
  procedures: 'manage_catalogue',
}
const kinds = Object.keys(needs) as ImportKind[]

/** Importing whole tables: choose a file, see what it holds, check it, write it, undo it. */
export function Component() {
  const { t } = useTranslation('staff')
  const { membership, may } = useStaff()
  const { data: all } = useSuspenseQuery(offices)
  const [query, setQuery] = useSearchParams()
  const isAtTop = all.some(({ code, parent_code }) => code === membership.office && parent_code === null)
  const allowed = kinds.filter(one => may(needs[one]) && (one !== 'procedures' || isAtTop))
  const kind = allowed.find(one => one === query.get('kind')) ?? allowed[0]
  return (
    <StaffPage title={t('import.title')} lead={t('import.lead')}>
      {kind ? (
        <>
          <SelectField
            label={t('import.kind')}
            value={kind}
            onChange={event => setQuery({ kind: event.target.value }, { replace: true })}
          >
            {allowed.map(one => (
              <option key={one} value={one}>
                {t(`import.kinds.${one}`)}
              </option>
            ))}
          </SelectField>
          <ImportWizard key={kind} kind={kind} />
        </>
      ) : (
        <p>{t('refusal.not_allowed')}</p>
      )}
      <ImportHistory />
    </StaffPage>
  )
}
