import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { offices } from '../../data/offices'
import { toProblem } from '../../data/problem'
import { catalogue, fields, offerings, proceduresOffered } from '../../data/procedures'
import { offerProcedure } from '../../data/procedures-admin'
import { queryClient } from '../../data/query-client'
import { localDay } from '../../lib/dates/day'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { SelectField } from '../../ui/forms/form-field'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { isClosed, OfficePage } from '../shared/office-layout'
import { useOffice } from '../shared/use-office'
import { useQueryParam } from '../shared/use-query-param'
import { useRights } from '../shell/use-rights'
import { CopyOfferings } from './copy-offerings'

export async function loader({ params: { code = '' } }: LoaderFunctionArgs) {
  await Promise.all([
    queryClient.fetchQuery(offices),
    queryClient.fetchQuery(catalogue),
    queryClient.fetchQuery(fields),
    queryClient.fetchQuery(offerings(code)),
    queryClient.fetchQuery(proceduresOffered(code)),
  ])
  return null
}

/** A procedure of the catalogue and whether the office offers it; until: its last day. */
type Row = { code: string; name: string; field: string; isOffered: boolean; until: string | null }

/** What citizens can choose at this office. */
export function Component() {
  const { t } = useTranslation('staff')
  const office = useOffice()
  const { mayAt } = useRights()
  const rows = useRows(office.code)
  const none = !rows.some(({ isOffered }) => isOffered)
  const [state, setState] = useQueryParam('state', none ? (['all', 'offered'] as const) : (['offered', 'all'] as const))
  const mayChange = mayAt('manage_offerings', office.code) && !isClosed(office)
  const offer = useMutation({
    mutationFn: ({ code, isOffered }: Row) => offerProcedure(office.code, code, !isOffered),
    onSuccess: (_, { name, isOffered }) => announce(t(isOffered ? 'offerings.ended' : 'offerings.begun', { name })),
  })
  const columns = useColumns(mayChange ? row => offer.mutate(row) : undefined)
  return (
    <OfficePage office={office} title={t('offerings.title')}>
      {offer.error && (
        <ErrorSummary>
          <ProblemMessage problem={toProblem(offer.error)} />
        </ErrorSummary>
      )}
      {none && mayChange && <CopyOfferings office={office} />}
      <ExportedTable
        caption={t('offerings.title')}
        rows={rows.filter(({ isOffered }) => state === 'all' || isOffered)}
        rowKey={({ code }) => code}
        searchIn={({ code, name, field }) => `${code} ${name} ${field}`}
        searchLabel={t('offerings.search')}
        filters={
          <SelectField label={t('offices.state')} value={state} onChange={event => setState(event.target.value)}>
            <option value="offered">{t('offerings.states.offered')}</option>
            <option value="all">{t('offerings.states.all')}</option>
          </SelectField>
        }
        columns={columns}
        empty={<Empty title={t('offerings.none')} />}
      />
    </OfficePage>
  )
}

function useRows(office: string): Row[] {
  const { data: procedures } = useSuspenseQuery(catalogue)
  const { data: known } = useSuspenseQuery(fields)
  const { data: offered } = useSuspenseQuery(offerings(office))
  const today = localDay()
  const until = new Map(offered.map(({ procedure_code, closed_on }) => [procedure_code, closed_on]))
  return procedures
    .filter(({ code, valid_to }) => valid_to === null || valid_to >= today || until.has(code))
    .map(({ code, name, field_code }) => {
      const last = until.get(code)
      return {
        code,
        name,
        field: known.find(one => one.code === field_code)?.name ?? field_code,
        isOffered: last === null || (last !== undefined && last > today),
        until: last ?? null,
      }
    })
}

function useColumns(onOffer: ((row: Row) => void) | undefined): Column<Row>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      name: t('procedures.name'),
      cell: ({ name }) => <span lang="vi">{name}</span>,
      sortBy: ({ name }) => name,
    },
    {
      key: 'code',
      name: t('procedures.code'),
      cell: ({ code }) => code,
      sortBy: ({ code }) => code,
    },
    {
      key: 'field',
      name: t('procedures.field_code'),
      cell: ({ field }) => <span lang="vi">{field}</span>,
      sortBy: ({ field }) => field,
    },
    {
      key: 'state',
      name: t('offices.state'),
      cell: ({ isOffered, until }) =>
        until ? t('offices.until_day', { day: format.day(until) }) : t(isOffered ? 'offerings.yes' : 'offerings.no'),
      sortBy: ({ isOffered }) => Number(isOffered),
    },
  ]
  if (!onOffer) return columns
  return [
    ...columns,
    {
      key: 'offer',
      name: t('offerings.change'),
      isNameSilent: true,
      cell: row => (
        <Button
          look="quiet"
          aria-label={t(row.isOffered ? 'offerings.end_one' : 'offerings.begin_one', { name: row.name })}
          onClick={() => onOffer(row)}
        >
          {t(row.isOffered ? 'offerings.end' : 'offerings.begin')}
        </Button>
      ),
    },
  ]
}
