import { useSuspenseQuery } from '@tanstack/react-query'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type Office, offices } from '../../data/offices'
import { saveOffice } from '../../data/offices-admin'
import { queryClient } from '../../data/query-client'
import { officeColumns } from '../../lib/staff-lists'
import { byName } from '../../lib/text/format'
import { slugOf } from '../../lib/text/slug'
import { SelectField, TextField } from '../../ui/forms/form-field'
import { useFormats } from '../../ui/use-formats'
import styles from '../records/description-list.module.css'
import { useFormErrors } from '../records/form-errors'
import { RecordForm } from '../records/record-form'
import { emptyToNull } from '../records/record-values'
import { useRecordForm } from '../records/use-record-form'
import { useRights } from '../shell/use-rights'

type Name = keyof typeof officeColumns
const columns = Object.keys(officeColumns) as Name[]
type Values = Record<Name, string>

const valuesOf = (office?: Partial<Office>) =>
  Object.fromEntries(columns.map(name => [name, office?.[name] ?? ''])) as Values

const latest = async (code: string) =>
  (await queryClient.fetchQuery({ ...offices, staleTime: 0 })).find(office => office.code === code)

type Props = { office?: Office; parent?: string; onCreated?: (office: Office) => void }

/** A coordinator changes all of an office; a head changes its desk, hotline and opening hours, and sees the rest. */
export function OfficeForm({ office, parent, onCreated }: Props) {
  const { t } = useTranslation('staff')
  const { mayAt } = useRights()
  const mayEditAll = office ? mayAt('manage_offices', office.code) : true
  const record = useRecordForm<Values, Partial<Office>>({
    subject: 'offices',
    done: t('offices.saved'),
    row: office ?? undefined,
    keyOf: ({ code }) => code ?? '',
    valuesOf: row => valuesOf(row ?? { parent_code: parent ?? null }),
    save: (values, seen) => saveOffice(emptyToNull(values) as Office, seen as Office | undefined),
    latest,
    ...(onCreated && { onCreated: row => onCreated(row as Office) }),
  })
  const labels = Object.fromEntries(columns.map(name => [name, t(`offices.${name}`)])) as Values
  const optional = (name: Name) => t('forms.optional', { label: labels[name] })
  if (office && !mayAt('edit_office_sign', office.code)) return <OfficeFacts office={office} names={columns} />

  return (
    <>
      {office && !mayEditAll && (
        <OfficeFacts office={office} names={['name', 'kind', 'parent_code', 'opened_on', 'closed_on']} />
      )}
      <RecordForm record={record} valuesOf={valuesOf} labels={labels}>
        {mayEditAll && <WholeFields form={record.form} office={office} />}
        <TextField label={optional('desk')} hint={t('offices.desk_hint')} id="desk" {...record.form.register('desk')} />
        <TextField
          label={optional('hotline')}
          hint={t('offices.hotline_hint')}
          id="hotline"
          inputMode="tel"
          {...record.form.register('hotline')}
        />
        <TextField
          label={optional('opening_hours')}
          hint={t('offices.opening_hours_hint')}
          id="opening_hours"
          {...record.form.register('opening_hours')}
        />
        <TextField
          label={optional('further_hours')}
          hint={t('offices.further_hours_hint')}
          id="further_hours"
          {...record.form.register('further_hours')}
        />
      </RecordForm>
    </>
  )
}

type WholeProps = {
  form: UseFormReturn<Values>
  office: Office | undefined
}

/** What only a coordinator of an office above changes. The code is chosen once, with a new office. */
function WholeFields({ form, office }: WholeProps) {
  const { t } = useTranslation('staff')
  const { register, formState, setValue } = form
  const errors = useFormErrors(formState.errors)
  const optional = (name: Name) => t('forms.optional', { label: t(`offices.${name}`) })
  const name = register('name', {
    validate: { name_missing: value => value.trim() !== '' },
    onChange: event => office || formState.dirtyFields.code || setValue('code', slugOf(event.target.value)),
  })
  return (
    <>
      <TextField label={t('offices.name')} error={errors.of('name')} lang="vi" id="name" {...name} />
      {!office && (
        <TextField
          label={t('offices.code')}
          hint={t('offices.code_hint')}
          error={errors.of('code')}
          spellCheck={false}
          id="code"
          {...register('code', { validate: { code_malformed: value => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) } })}
        />
      )}
      <KindField form={form} error={errors.of('kind')} />
      <ParentField form={form} office={office} error={errors.of('parent_code')} />
      <TextField label={optional('gso_code')} hint={t('offices.gso_code_hint')} {...register('gso_code')} />
      <TextField label={optional('opened_on')} type="date" {...register('opened_on')} />
      <TextField
        label={optional('closed_on')}
        hint={t('offices.closed_on_hint')}
        error={errors.of('closed_on')}
        id="closed_on"
        type="date"
        {...register('closed_on')}
      />
    </>
  )
}

type OneFieldProps = { form: UseFormReturn<Values>; error: string | undefined }

/** Any word, with those that are in use as suggestions. */
function KindField({ form: { register }, error }: OneFieldProps) {
  const { t } = useTranslation('staff')
  const { data: places } = useSuspenseQuery(offices)
  const kinds = [...new Set(places.map(({ kind }) => kind))].toSorted(byName)
  return (
    <>
      <TextField
        label={t('offices.kind')}
        hint={t('offices.kind_hint')}
        error={error}
        id="kind"
        list="office-kinds"
        lang="vi"
        {...register('kind', { validate: { kind_missing: value => value.trim() !== '' } })}
      />
      <datalist id="office-kinds">
        {kinds.map(kind => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
    </>
  )
}

/** One of the open offices below which the person may place it, or where it is now. */
function ParentField({ form: { register }, office, error }: OneFieldProps & Pick<WholeProps, 'office'>) {
  const { t } = useTranslation('staff')
  const { mayAt, isAtTop } = useRights()
  const { data: places } = useSuspenseQuery(offices)
  const mayBeParent = ({ code, closed_on }: Office) =>
    !closed_on && code !== office?.code && mayAt('manage_offices', code)
  const parents = places
    .filter(place => mayBeParent(place) || place.code === office?.parent_code)
    .toSorted((a, b) => byName(a.name, b.name))
  return (
    <SelectField label={t('offices.parent_code')} error={error} lang="vi" id="parent_code" {...register('parent_code')}>
      {(isAtTop || !office?.parent_code) && <option value="">{t('offices.no_parent')}</option>}
      {parents.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

/** What this person reads and may not change. */
function OfficeFacts({ office, names }: { office: Office; names: readonly Name[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: places } = useSuspenseQuery(offices)
  const written = (name: Name) => {
    const value = office[name]
    if (!value) return t('offices.not_said')
    if (name === 'parent_code') return places.find(({ code }) => code === value)?.name ?? value
    return officeColumns[name].type === 'date' ? format.day(value) : value
  }
  return (
    <dl className={styles.facts}>
      {names.map(name => (
        <div key={name}>
          <dt>{t(`offices.${name}`)}</dt>
          <dd lang="vi">{written(name)}</dd>
        </div>
      ))}
    </dl>
  )
}
