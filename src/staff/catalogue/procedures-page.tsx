import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import type { Procedure } from '../../data/procedures'
import { catalogue, fields } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { localDay, utcMidnight } from '../../lib/dates/day'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { Link } from '../../ui/link'
import { Empty } from '../../ui/messages/empty'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { useQueryParam } from '../shared/use-query-param'
import { StaffPage } from '../shell/page'
import { useRights } from '../shell/use-rights'

export async function loader() {
  await Promise.all([catalogue, fields, offices].map(query => queryClient.fetchQuery(query as typeof fields)))
  return null
}

const states = ['valid', 'ended', 'all'] as const

/** The catalogue of procedures, which is the same for all offices. */
export function Component() {
  const { t } = useTranslation('staff')
  const { data: procedures } = useSuspenseQuery(catalogue)
  const { data: known } = useSuspenseQuery(fields)
  const { isAtTop } = useRights()
  const [state, setState] = useQueryParam('state', states)
  const fieldOf = (code: string) => known.find(one => one.code === code)?.name ?? code
  const columns = useColumns(fieldOf)
  const today = localDay()
  const hasEnded = ({ valid_to }: Procedure) => valid_to !== null && valid_to < today
  return (
    <StaffPage
      title={t('procedures.title')}
      lead={t(isAtTop ? 'procedures.lead' : 'procedures.lead_read')}
      actions={
        isAtTop && (
          <>
            <ButtonLink look="quiet" to={paths.staff.fields()}>
              {t('fields.title')}
            </ButtonLink>
            <ButtonLink to={paths.staffNewProcedure()}>{t('procedures.add')}</ButtonLink>
          </>
        )
      }
    >
      <ExportedTable
        caption={t('procedures.title')}
        rows={procedures.filter(one => state === 'all' || hasEnded(one) === (state === 'ended'))}
        rowKey={({ code }) => code}
        searchIn={({ code, name, field_code }) => `${code} ${name} ${fieldOf(field_code)}`}
        searchLabel={t('offerings.search')}
        filters={
          <SelectField label={t('offices.state')} value={state} onChange={event => setState(event.target.value)}>
            {states.map(one => (
              <option key={one} value={one}>
                {t(`procedures.states.${one}`)}
              </option>
            ))}
          </SelectField>
        }
        columns={columns}
        empty={<Empty title={t('procedures.none')} />}
      />
    </StaffPage>
  )
}

function useColumns(fieldOf: (code: string) => string): Column<Procedure>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return [
    {
      key: 'name',
      name: t('procedures.name'),
      cell: ({ code, name }) => (
        <Link to={paths.staffProcedure(code)} lang="vi">
          {name}
        </Link>
      ),
      sortBy: ({ name }) => name,
    },
    { key: 'code', name: t('procedures.code'), cell: ({ code }) => code, sortBy: ({ code }) => code },
    {
      key: 'field',
      name: t('procedures.field_code'),
      cell: ({ field_code }) => <span lang="vi">{fieldOf(field_code)}</span>,
      sortBy: ({ field_code }) => fieldOf(field_code),
    },
    {
      key: 'until',
      name: t('offices.state'),
      cell: ({ valid_to }) =>
        valid_to ? t('offices.until_day', { day: format.day(valid_to) }) : t('procedures.states.valid'),
      sortBy: ({ valid_to }) => valid_to,
      inFile: ({ valid_to }) => (valid_to ? utcMidnight(valid_to) : null),
    },
  ]
}
