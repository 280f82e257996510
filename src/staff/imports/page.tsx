import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import type { ImportKind } from '../../lib/files/import-schema'
import { importCapabilities } from '../../lib/staff-lists'
import { SelectField } from '../../ui/forms/form-field'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { ImportHistory } from './history'
import { ImportWizard } from './wizard'

export async function loader() {
  await Promise.all(
    [offices, procedureNames, settings].map(query => queryClient.ensureQueryData(query as typeof offices)),
  )
  return null
}

const importKinds = Object.keys(importCapabilities) as ImportKind[]

/** Importing whole tables: choose a file, see what it holds, check it, write it, undo it. */
export function Component() {
  const { t } = useTranslation('staff')
  const { membership, may } = useStaff()
  const { data: all } = useSuspenseQuery(offices)
  const [query, setQuery] = useSearchParams()
  const isAtTop = all.some(({ code, parent_code }) => code === membership.office && parent_code === null)
  // Procedures and the index belong to no office: they are imported at the top of the tree.
  const isCommon = (one: ImportKind) => one === 'procedures' || one === 'par_index'
  const kinds = importKinds.filter(one => may(importCapabilities[one]) && (!isCommon(one) || isAtTop))
  const kind = kinds.find(one => one === query.get('kind')) ?? kinds[0]
  return (
    <StaffPage title={t('import.title')} lead={t('import.lead')}>
      {kind ? (
        <>
          <SelectField label={t('import.kind')} value={kind} onChange={event => setQuery({ kind: event.target.value })}>
            {kinds.map(one => (
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
