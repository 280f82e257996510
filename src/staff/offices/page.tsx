import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Office, offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { localDay, utcMidnight } from '../../lib/dates/day'
import { byName } from '../../lib/text/format'
import { keepNames } from '../../lib/text/no-break'
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
  await queryClient.fetchQuery(offices)
  return null
}

const states = ['open', 'closed', 'all'] as const

/** Every office that the person answers for or looks at. */
export function Component() {
  const { t } = useTranslation('staff')
  const { data: places } = useSuspenseQuery(offices)
  const rights = useRights()
  const [state, setState] = useQueryParam('state', states)
  const columns = useColumns(places)
  const today = localDay()
  const isClosed = ({ closed_on }: Office) => closed_on !== null && closed_on < today
  const shown = places
    .filter(({ code }) => rights.reaches(code))
    .filter(office => state === 'all' || isClosed(office) === (state === 'closed'))
    .toSorted((a, b) => byName(a.name, b.name))
  const nameOf = (code: string | null) => places.find(place => place.code === code)?.name ?? ''

  return (
    <StaffPage
      title={t('offices.title')}
      lead={t('offices.lead')}
      actions={
        <>
          {rights.isAtTop && (
            <ButtonLink look="quiet" to={paths.staff.reform()}>
              {t('reform.title')}
            </ButtonLink>
          )}
          {places.some(({ code }) => rights.mayAt('manage_offices', code)) && (
            <ButtonLink to={paths.staffNewOffice()}>{t('offices.add')}</ButtonLink>
          )}
        </>
      }
    >
      <ExportedTable
        caption={t('offices.title')}
        rows={shown}
        rowKey={({ code }) => code}
        searchIn={({ name, code, desk, parent_code }) => `${name} ${code} ${desk ?? ''} ${nameOf(parent_code)}`}
        searchLabel={t('offices.search')}
        filters={
          <SelectField label={t('offices.state')} value={state} onChange={event => setState(event.target.value)}>
            {states.map(one => (
              <option key={one} value={one}>
                {t(`offices.states.${one}`)}
              </option>
            ))}
          </SelectField>
        }
        columns={columns}
        empty={<Empty title={t('offices.none')} />}
      />
    </StaffPage>
  )
}

function useColumns(places: Office[]): Column<Office>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const nameOf = (code: string | null) => places.find(place => place.code === code)?.name ?? ''
  return [
    {
      key: 'name',
      name: t('offices.name'),
      cell: ({ code, name }) => (
        <Link to={paths.staff.office(code)} lang="vi">
          {keepNames(name)}
        </Link>
      ),
      sortBy: ({ name }) => name,
    },
    {
      key: 'kind',
      name: t('offices.kind'),
      cell: ({ kind }) => <span lang="vi">{kind}</span>,
      sortBy: ({ kind }) => kind,
    },
    {
      key: 'parent',
      name: t('offices.parent_code'),
      cell: ({ parent_code }) => <span lang="vi">{keepNames(nameOf(parent_code))}</span>,
      sortBy: ({ parent_code }) => nameOf(parent_code),
    },
    {
      key: 'opened',
      name: t('offices.opened_on'),
      cell: ({ opened_on }) => (opened_on ? format.day(opened_on) : t('offices.not_said')),
      sortBy: ({ opened_on }) => opened_on,
      inFile: ({ opened_on }) => (opened_on ? utcMidnight(opened_on) : null),
    },
    {
      key: 'closed',
      name: t('offices.state'),
      cell: ({ closed_on }) =>
        closed_on ? t('offices.until_day', { day: format.day(closed_on) }) : t('offices.states.open'),
      sortBy: ({ closed_on }) => closed_on,
      inFile: ({ closed_on }) => (closed_on ? utcMidnight(closed_on) : null),
    },
  ]
}
