import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { offices } from '../../data/offices'
import { toProblem } from '../../data/problem'
import { catalogue, fields, offerings, proceduresOffered } from '../../data/procedures'
import { offerProcedure, setOfferingChannels } from '../../data/procedures-admin'
import { queryClient } from '../../data/query-client'
import { localDay } from '../../lib/dates/day'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { SelectField } from '../../ui/forms/form-field'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import { ExportedTable } from '../shared/exported-table'
import { isClosed, OfficePage } from '../shared/office-layout'
import { useOffice } from '../shared/use-office'
import { useQueryParam } from '../shared/use-query-param'
import { useRights } from '../shell/use-rights'
import { CopyOfferings } from './copy-offerings'
import { type OfferingRow, useOfferingColumns } from './offering-columns'

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
    mutationFn: ({ code, isOffered }: OfferingRow) => offerProcedure(office.code, code, !isOffered),
    onSuccess: (_, { name, isOffered }) => announce(t(isOffered ? 'offerings.ended' : 'offerings.begun', { name })),
  })
  const through = useMutation({
    mutationFn: ({ code, channels }: OfferingRow) => setOfferingChannels(office.code, code, channels),
    onSuccess: (_, { name }) => announce(t('offerings.channels_set', { name })),
  })
  const error = offer.error ?? through.error
  const columns = useOfferingColumns(mayChange ? { offer: offer.mutate, through: through.mutate } : undefined)
  return (
    <OfficePage office={office} title={t('offerings.title')}>
      {error && (
        <ErrorSummary>
          <ProblemMessage problem={toProblem(error)} />
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

function useRows(office: string): OfferingRow[] {
  const { data: procedures } = useSuspenseQuery(catalogue)
  const { data: known } = useSuspenseQuery(fields)
  const { data: offered } = useSuspenseQuery(offerings(office))
  const today = localDay()
  const begun = new Map(offered.map(one => [one.procedure_code, one]))
  return procedures
    .filter(({ code, valid_to }) => valid_to === null || valid_to >= today || begun.has(code))
    .map(({ code, name, field_code }) => {
      const last = begun.get(code)?.closed_on
      return {
        code,
        name,
        field: known.find(one => one.code === field_code)?.name ?? field_code,
        isOffered: last === null || (last !== undefined && last > today),
        until: last ?? null,
        channels: begun.get(code)?.channels ?? null,
      }
    })
}
