import { useSuspenseQuery } from '@tanstack/react-query'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type Counter, officeCounters, saveCounter } from '../../data/counters'
import type { Office } from '../../data/offices'
import { proceduresOffered } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { serviceChannels } from '../../lib/lists'
import { counterKinds } from '../../lib/staff-lists'
import { SelectField, TextField } from '../../ui/forms/form-field'
import { useFormErrors } from '../records/form-errors'
import { RecordForm } from '../records/record-form'
import { useRecordForm } from '../records/use-record-form'
import { CounterShortlist } from './shortlist'

type Values = Pick<Counter, 'name' | 'channel' | 'kind' | 'usual'> & { number: string }

const valuesOf = (counter?: Counter): Values => ({
  name: counter?.name ?? '',
  number: counter?.number ?? '',
  channel: counter?.channel ?? 'counter',
  kind: counter?.kind ?? 'poster',
  usual: counter?.usual ?? [],
})

const latest = async (office: string, code: string) =>
  (await queryClient.fetchQuery({ ...officeCounters(office), staleTime: 0 })).find(counter => counter.code === code)

type Props = { office: Office; counter?: Counter; onCreated?: (counter: Counter) => void }

export function CounterForm({ office, counter, onCreated }: Props) {
  const { t } = useTranslation('staff')
  const { data: offered } = useSuspenseQuery(proceduresOffered(office.code))
  const record = useRecordForm<Values, Counter>({
    subject: 'counters',
    done: t('counters.saved'),
    row: counter,
    keyOf: ({ code }) => code,
    valuesOf,
    save: (values, seen) =>
      saveCounter(
        { ...values, number: values.number.trim() || null, office_code: office.code, ...(seen && { code: seen.code }) },
        seen,
      ),
    latest: code => latest(office.code, code),
    ...(onCreated && { onCreated }),
  })
  const nameOf = (code: string) => offered.find(({ procedures }) => procedures.code === code)?.procedures.name ?? code
  return (
    <RecordForm
      record={record}
      valuesOf={valuesOf}
      labels={{
        name: t('counters.name'),
        number: t('counters.number'),
        kind: t('counters.kind'),
        channel: t('counters.channel'),
        usual: t('counters.usual'),
      }}
      format={(name, value) => {
        if (name === 'usual') return (value as string[]).map(nameOf).join('; ')
        if (name === 'kind') return t(`counters.kinds.${value as Counter['kind']}`)
        return name === 'channel' ? t(`counters.channels.${value as Counter['channel']}`) : String(value)
      }}
      {...(!counter && { submit: t('counters.add') })}
    >
      <CounterFields form={record.form} offered={offered.map(({ procedures }) => procedures)} />
    </RecordForm>
  )
}

type FieldsProps = { form: UseFormReturn<Values>; offered: { code: string; name: string }[] }

function CounterFields({ form: { register, formState, watch, setValue }, offered }: FieldsProps) {
  const { t } = useTranslation('staff')
  const errors = useFormErrors(formState.errors)
  return (
    <>
      <TextField
        label={t('counters.name')}
        hint={t('counters.name_hint')}
        error={errors.of('name')}
        lang="vi"
        id="name"
        {...register('name', { validate: { name_missing: value => value.trim() !== '' } })}
      />
      <TextField
        label={t('forms.optional', { label: t('counters.number') })}
        hint={t('counters.number_hint')}
        {...register('number')}
      />
      <SelectField label={t('counters.kind')} hint={t('counters.kind_hint')} {...register('kind')}>
        {counterKinds.map(kind => (
          <option key={kind} value={kind}>
            {t(`counters.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('counters.channel')} {...register('channel')}>
        {serviceChannels.map(channel => (
          <option key={channel} value={channel}>
            {t(`counters.channels.${channel}`)}
          </option>
        ))}
      </SelectField>
      <CounterShortlist
        offered={offered}
        chosen={watch('usual')}
        onChange={usual => setValue('usual', usual, { shouldDirty: true })}
      />
    </>
  )
}
