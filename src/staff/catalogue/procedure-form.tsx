import { useSuspenseQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import type { Procedure } from '../../data/procedures'
import { catalogue, fields } from '../../data/procedures'
import { saveProcedure } from '../../data/procedures-admin'
import { queryClient } from '../../data/query-client'
import { importColumns } from '../../lib/staff-lists'
import { byName } from '../../lib/text/format'
import { SelectField, TextField } from '../../ui/forms/form-field'
import { useFormErrors } from '../records/form-errors'
import { RecordForm } from '../records/record-form'
import { emptyToNull } from '../records/record-values'
import { useRecordForm } from '../records/use-record-form'

/** A file names the field; the row holds its code. */
const columns = importColumns.procedures.map(name => (name === 'field' ? 'field_code' : name))
type Values = Record<(typeof columns)[number], string>

const valuesOf = (procedure?: Procedure) =>
  Object.fromEntries(columns.map(name => [name, String(procedure?.[name] ?? '')])) as Values

const latest = async (code: string) =>
  (await queryClient.fetchQuery({ ...catalogue, staleTime: 0 })).find(procedure => procedure.code === code)

const days = { days_malformed: (value: string) => value.trim() === '' || /^\d{1,4}$/.test(value.trim()) }

type Props = { procedure?: Procedure; onCreated?: (procedure: Procedure) => void }

export function ProcedureForm({ procedure, onCreated }: Props) {
  const { t } = useTranslation('staff')
  const { data: known } = useSuspenseQuery(fields)
  const record = useRecordForm<Values, Procedure>({
    subject: 'procedures',
    done: t('procedures.saved'),
    row: procedure,
    keyOf: ({ code }) => code,
    valuesOf,
    save: (values, seen) => saveProcedure(emptyToNull(values), seen),
    latest,
    ...(onCreated && { onCreated }),
  })
  const { register, formState } = record.form
  const errors = useFormErrors(formState.errors)
  const labels = Object.fromEntries(columns.map(name => [name, t(`procedures.${name}`)])) as Values
  const field = (name: keyof Values, validate?: { [error: string]: (value: string) => boolean }) => ({
    id: name,
    label: validate && !('days_malformed' in validate) ? labels[name] : t('forms.optional', { label: labels[name] }),
    error: errors.of(name),
    ...register(name, validate && { validate }),
  })
  return (
    <RecordForm {...{ record, valuesOf, labels }} {...(!procedure && { submit: t('procedures.add') })}>
      {!procedure && (
        <TextField
          hint={t('procedures.code_hint')}
          {...field('code', { procedure_code_malformed: value => /^[1-9]\.\d{6}$/.test(value) })}
        />
      )}
      <TextField lang="vi" {...field('name', { name_missing: value => value.trim() !== '' })} />
      <SelectField lang="vi" {...field('field_code', { procedure_field_unknown: value => value !== '' })}>
        <option value="">{t('forms.choose')}</option>
        {known
          .toSorted((a, b) => byName(a.name, b.name))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </SelectField>
      <TextField hint={t('procedures.level_hint')} {...field('level')} />
      <TextField hint={t('procedures.decision_hint')} {...field('decision')} />
      {(['counter_days', 'online_days', 'post_days'] as const).map(name => (
        <TextField key={name} inputMode="numeric" {...field(name, days)} />
      ))}
      <TextField hint={t('procedures.days_unit_hint')} {...field('days_unit')} />
      <TextField hint={t('procedures.fee_hint')} lang="vi" {...field('fee')} />
      <TextField hint={t('procedures.documents_url_hint')} inputMode="url" {...field('documents_url')} />
      <TextField hint={t('procedures.official_url_hint')} inputMode="url" {...field('official_url')} />
      <TextField type="date" {...field('valid_from')} />
      <TextField type="date" hint={t('procedures.valid_to_hint')} {...field('valid_to')} />
      <OnlineLevelField {...field('online_level')} />
    </RecordForm>
  )
}

function OnlineLevelField(field: Omit<ComponentProps<typeof SelectField>, 'hint'>) {
  const { t } = useTranslation('staff')
  return (
    <SelectField {...field} hint={t('procedures.online_level_hint')}>
      <option value="">{t('procedures.online_levels.unknown')}</option>
      {(['full', 'partial', 'none'] as const).map(level => (
        <option key={level} value={level}>
          {t(`procedures.online_levels.${level}`)}
        </option>
      ))}
    </SelectField>
  )
}
