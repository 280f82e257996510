import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Petition, petitionsOf } from '../../data/feedback/work'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { keepNames } from '../../lib/text/no-break'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { numberOf } from '../shared/petition-number'
import { useQueryParam } from '../shared/use-query-param'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { MaskedTexts } from './masked-texts'
import { PetitionDetail } from './petition'
import { isOverdue } from './petition-state'

export async function loader() {
  await Promise.all([queryClient.ensureQueryData(offices), queryClient.ensureQueryData(procedureNames)])
  return null
}

/** The petitions of an office and of those below it, by the day on which each is due. */
export function Component() {
  const { t } = useTranslation('staff')
  const { membership } = useStaff()
  const { data: petitions } = useSuspenseQuery(petitionsOf(membership.office))
  const [shown, setShown] = useQueryParam('shown', ['open', 'over'])
  const [query, setQuery] = useSearchParams()
  const isOver = shown === 'over'
  const setOne = (id: string) =>
    setQuery(before => {
      if (id) before.set('one', id)
      else before.delete('one')
      return before
    })
  const found = petitions.filter(({ closed_on }) => (closed_on !== null) === isOver)
  const chosen = petitions.find(({ id }) => id === query.get('one'))
  return (
    <StaffPage title={t('feedback.title')} lead={t('feedback.lead')}>
      {chosen && <PetitionDetail key={chosen.id} petition={chosen} onClose={() => setOne('')} />}
      <Section heading={t(isOver ? 'feedback.over' : 'feedback.open')} rows={found.length}>
        <PetitionTable
          petitions={found}
          onOpen={setOne}
          filters={
            <SelectField
              label={t('feedback.show')}
              value={shown}
              onChange={e => setShown(e.target.value as typeof shown)}
            >
              <option value="open">{t('feedback.open')}</option>
              <option value="over">{t('feedback.over')}</option>
            </SelectField>
          }
        />
        <MaskedTexts petitions={found} />
      </Section>
    </StaffPage>
  )
}

type TableProps = { petitions: Petition[]; onOpen: (id: string) => void; filters: ReactNode }

function PetitionTable({ petitions, onOpen, filters }: TableProps) {
  const { t } = useTranslation('staff')
  return (
    <ExportedTable
      name="petitions"
      caption={t('feedback.title')}
      columns={useColumns(onOpen)}
      rows={petitions}
      rowKey={({ id }) => id}
      filters={filters}
      empty={<Empty title={t('feedback.none')}>{t('feedback.none_next')}</Empty>}
    />
  )
}

function useColumns(onOpen: (id: string) => void): Column<Petition>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: places } = useSuspenseQuery(offices)
  const nameOf = (code: string) => places.find(office => office.code === code)?.name ?? code
  const dueOf = (petition: Petition) => {
    if (petition.state === 'waiting') return t('feedback.paused')
    const due = petition.due_on ? format.day(petition.due_on) : ''
    return isOverdue(petition) ? [due, t('feedback.late')].filter(Boolean).join(', ') : due
  }
  return [
    { key: 'number', name: t('feedback.number'), cell: numberOf },
    {
      key: 'kind',
      name: t('feedback.kind'),
      cell: ({ kind }) => t(`feedback.kinds.${kind}`),
      sortBy: ({ kind }) => kind,
    },
    {
      key: 'office',
      name: t('feedback.office'),
      cell: ({ office_code: code }) => <span lang="vi">{keepNames(nameOf(code))}</span>,
      sortBy: ({ office_code: code }) => nameOf(code),
    },
    {
      key: 'received',
      name: t('feedback.received'),
      cell: ({ received_on: day }) => format.day(day),
      sortBy: ({ received_on: day }) => day,
    },
    { key: 'due', name: t('feedback.due'), cell: dueOf, sortBy: ({ due_on: due }) => due ?? '9999' },
    {
      key: 'state',
      name: t('feedback.state'),
      cell: ({ state, is_escalated: isEscalated, closed_on: closed }) =>
        [t(`feedback.states.${state}`), isEscalated && !closed && t('feedback.escalated')].filter(Boolean).join('. '),
      sortBy: ({ state }) => state,
    },
    {
      key: 'owner',
      name: t('feedback.owner'),
      cell: ({ owner }) => owner ?? t('feedback.nobody'),
      sortBy: ({ owner }) => owner,
    },
    {
      key: 'open',
      name: t('feedback.see'),
      isNameSilent: true,
      cell: petition => (
        <Button look="quiet" onClick={() => onOpen(petition.id)}>
          {t('feedback.see')}
          <span className="vh"> {numberOf(petition)}</span>
        </Button>
      ),
    },
  ]
}
