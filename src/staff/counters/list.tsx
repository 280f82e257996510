import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Counter } from '../../data/counters'
import { offices } from '../../data/offices'
import { utcMidnight } from '../../lib/dates/day'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { SelectField } from '../../ui/forms/form-field'
import { Link } from '../../ui/link'
import { Empty } from '../../ui/messages/empty'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { useQueryParam } from '../shared/use-query-param'

const states = ['open', 'retired', 'all'] as const

/** Counters with their code, office, kind and state. */
export function CounterList({ counters, withOffice = false }: { counters: Counter[]; withOffice?: boolean }) {
  const { t } = useTranslation('staff')
  const [state, setState] = useQueryParam('state', states)
  const { data: places } = useSuspenseQuery(offices)
  const nameOf = (code: string) => places.find(place => place.code === code)?.name ?? code
  const columns = useColumns(nameOf)
  const shown = counters.filter(({ retired_on }) => state === 'all' || (retired_on !== null) === (state === 'retired'))
  return (
    <ExportedTable
      caption={t('counters.title')}
      rows={shown}
      rowKey={({ code }) => code}
      searchIn={({ code, name, number, office_code }) => `${code} ${name} ${number ?? ''} ${nameOf(office_code)}`}
      searchLabel={t('counters.search')}
      filters={
        <SelectField label={t('counters.state')} value={state} onChange={event => setState(event.target.value)}>
          {states.map(one => (
            <option key={one} value={one}>
              {t(`counters.states.${one}`)}
            </option>
          ))}
        </SelectField>
      }
      columns={columns.filter(({ key }) => withOffice || key !== 'office')}
      empty={<Empty title={t('counters.none')} />}
    />
  )
}

function useColumns(nameOf: (office: string) => string): Column<Counter>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return [
    {
      key: 'name',
      name: t('counters.name'),
      cell: ({ code, name, office_code }) => (
        <Link to={paths.staffOffice.counter(office_code, code)} lang="vi">
          {keepNames(name)}
        </Link>
      ),
      sortBy: ({ name }) => name,
    },
    {
      key: 'office',
      name: t('counters.office'),
      cell: ({ office_code }) => <span lang="vi">{keepNames(nameOf(office_code))}</span>,
      sortBy: ({ office_code }) => nameOf(office_code),
    },
    { key: 'code', name: t('counters.code'), cell: ({ code }) => <code>{code}</code>, sortBy: ({ code }) => code },
    {
      key: 'kind',
      name: t('counters.kind'),
      cell: ({ kind, channel }) => `${t(`counters.kinds.${kind}`)}, ${t(`counters.channels.${channel}`)}`,
      sortBy: ({ kind }) => t(`counters.kinds.${kind}`),
    },
    {
      key: 'state',
      name: t('counters.state'),
      cell: ({ retired_on }) =>
        retired_on ? t('counters.retired_since', { day: format.day(retired_on) }) : t('counters.in_use'),
      sortBy: ({ retired_on }) => retired_on ?? '',
      inFile: ({ retired_on }) => (retired_on ? utcMidnight(retired_on) : null),
    },
  ]
}
