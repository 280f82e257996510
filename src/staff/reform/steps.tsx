import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Counter } from '../../data/counters'
import type { Office } from '../../data/offices'
import { byName } from '../../lib/text/format'
import { search } from '../../lib/text/search'
import { CheckField, Fields, TextField } from '../../ui/forms/form-field'
import { SearchField } from '../../ui/search/search-field'
import type { ReformDraft } from './draft'
import styles from './steps.module.css'

export type StepProps = {
  draft: ReformDraft
  change: (part: Partial<ReformDraft>) => void
  places: Office[]
  counters: Counter[]
  errors: { id: string; message: string }[]
}

export const errorAt = (errors: StepProps['errors'], id: string) => errors.find(one => one.id === id)?.message

export function DayStep({ draft, change, errors }: StepProps) {
  const { t } = useTranslation('staff')
  return (
    <Fields>
      <TextField
        id="on_date"
        type="date"
        label={t('reform.on_date')}
        hint={t('reform.on_date_hint')}
        error={errorAt(errors, 'on_date')}
        value={draft.on_date}
        onChange={event => change({ on_date: event.target.value })}
      />
      <TextField
        label={t('forms.optional', { label: t('reform.legal_basis') })}
        hint={t('reform.legal_basis_hint')}
        value={draft.legal_basis}
        onChange={event => change({ legal_basis: event.target.value })}
      />
    </Fields>
  )
}

/** The open offices, each above those below it. What is chosen stays in view whatever is searched for. */
export function ClosingStep({ draft, change, places, errors }: StepProps) {
  const { t } = useTranslation('staff')
  const [query, setQuery] = useState('')
  const open = inTree(places.filter(({ closed_on }) => !closed_on))
  const found = query.trim() ? new Set(search(open, query, ({ name, code }) => `${name} ${code}`).items) : undefined
  const shown = open.filter(office => !found || found.has(office) || draft.closing.includes(office.code))
  const error = errorAt(errors, 'closing')
  return (
    <fieldset className={styles.group} id="closing" tabIndex={-1}>
      <legend>{t('reform.closing')}</legend>
      {error && <p className={styles.error}>{error}</p>}
      <SearchField label={t('offices.search')} value={query} onChange={setQuery} />
      <p role="status">{t('reform.chosen', { n: draft.closing.length })}</p>
      <ul>
        {shown.map(({ code, name, depth }) => (
          <li key={code} lang="vi" style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
            <CheckField
              label={name}
              checked={draft.closing.includes(code)}
              onChange={event =>
                change({
                  closing: event.target.checked ? [...draft.closing, code] : draft.closing.filter(one => one !== code),
                })
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

type InTree = Office & { depth: number }

function inTree(offices: Office[], parent: string | null = null, depth = 0): InTree[] {
  const known = new Set(offices.map(({ code }) => code))
  const isHere = ({ parent_code }: Office) =>
    depth === 0 ? parent_code === null || !known.has(parent_code) : parent_code === parent
  return offices
    .filter(isHere)
    .toSorted((a, b) => byName(a.name, b.name))
    .flatMap(office => [{ ...office, depth }, ...inTree(offices, office.code, depth + 1)])
}
