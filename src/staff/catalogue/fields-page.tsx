import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { offices } from '../../data/offices'
import type { Field } from '../../data/procedures'
import { fields, procedureNames } from '../../data/procedures'
import { saveField } from '../../data/procedures-admin'
import { queryClient } from '../../data/query-client'
import { slugOf } from '../../lib/text/slug'
import { TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import { Empty } from '../../ui/messages/empty'
import { useFormats } from '../../ui/use-formats'
import { useFormErrors } from '../records/form-errors'
import { RecordForm } from '../records/record-form'
import { useRecordForm } from '../records/use-record-form'
import { ExportedTable } from '../shared/exported-table'
import { StaffPage } from '../shell/page'
import { useRights } from '../shell/use-rights'

export async function loader() {
  await Promise.all([
    queryClient.fetchQuery(fields),
    queryClient.fetchQuery(procedureNames),
    queryClient.fetchQuery(offices),
  ])
  return null
}

/** The fields that procedures belong to. Few, so that one page both lists and changes them. */
export function Component() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { isAtTop } = useRights()
  const { data: known } = useSuspenseQuery(fields)
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const [query] = useSearchParams()
  const chosen = known.find(({ code }) => code === query.get('field'))
  const countOf = (field: string) => procedures.filter(({ field_code }) => field_code === field).length
  return (
    <StaffPage title={t('fields.title')} lead={t('fields.lead')}>
      {isAtTop && (
        <Section heading={chosen ? t('fields.change', { name: chosen.name }) : t('fields.add')}>
          <FieldForm key={chosen?.code ?? ''} field={chosen} />
        </Section>
      )}
      <ExportedTable
        caption={t('fields.title')}
        rows={known}
        rowKey={({ code }) => code}
        searchIn={({ code, name }) => `${code} ${name}`}
        searchLabel={t('fields.search')}
        columns={[
          {
            key: 'name',
            name: t('fields.name'),
            cell: ({ code, name }) =>
              isAtTop ? (
                <Link to={`?field=${encodeURIComponent(code)}`} lang="vi">
                  {name}
                </Link>
              ) : (
                <span lang="vi">{name}</span>
              ),
            sortBy: ({ name }) => name,
          },
          { key: 'code', name: t('fields.code'), cell: ({ code }) => code, sortBy: ({ code }) => code },
          {
            key: 'count',
            name: t('fields.count'),
            isNumber: true,
            cell: ({ code }) => format.count(countOf(code)),
            sortBy: ({ code }) => countOf(code),
            inFile: ({ code }) => countOf(code),
          },
        ]}
        empty={<Empty title={t('fields.none')} />}
      />
    </StaffPage>
  )
}

const valuesOf = (field?: Field): Field => ({ code: field?.code ?? '', name: field?.name ?? '' })
const latest = async (code: string) =>
  (await queryClient.fetchQuery({ ...fields, staleTime: 0 })).find(field => field.code === code)

function FieldForm({ field }: { field: Field | undefined }) {
  const { t } = useTranslation('staff')
  const [, setQuery] = useSearchParams()
  const record = useRecordForm<Field, Field>({
    subject: 'fields',
    done: t('fields.saved'),
    row: field,
    keyOf: ({ code }) => code,
    valuesOf,
    save: saveField,
    latest,
    onCreated: ({ code }) => setQuery({ field: code }, { replace: true }),
  })
  const { register, formState, setValue } = record.form
  const errors = useFormErrors(formState.errors)
  const name = register('name', {
    validate: { name_missing: value => value.trim() !== '' },
    onChange: event => field || formState.dirtyFields.code || setValue('code', slugOf(event.target.value)),
  })
  return (
    <RecordForm record={record} valuesOf={valuesOf} labels={{ name: t('fields.name') }}>
      <TextField label={t('fields.name')} error={errors.of('name')} lang="vi" id="name" {...name} />
      {!field && (
        <TextField
          label={t('fields.code')}
          hint={t('offices.code_hint')}
          error={errors.of('code')}
          id="code"
          {...register('code', { validate: { code_malformed: value => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) } })}
        />
      )}
    </RecordForm>
  )
}
