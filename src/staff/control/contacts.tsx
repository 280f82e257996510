import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ControlContact, type ControlList, controlContacts } from '../../data/control/asking'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { announce } from '../../ui/messages/status-line'
import { LoadProblem } from '../shared/load-problem'
import { PrintSlips } from '../shared/print-slips'
import { useChannelName } from '../shared/use-channel-name'
import { useSlips } from '../shared/visit-slips'
import styles from '../shared/visit-slips.module.css'
import { type Outcome, useOutcomes } from './outcomes'

/** The people whom the person has taken, with what became of each. */
export function Contacts({ list }: { list: ControlList }) {
  const { t } = useTranslation('control')
  const { data, error, isFetching } = useQuery(controlContacts(list.office_code, list.quarter))
  const { waiting, problem, note } = useOutcomes()
  const people = data?.filter(({ way }) => way === list.way) ?? []
  const mark = async (contact: ControlContact, outcome: Outcome) => {
    await note(contact.id, outcome)
    announce(t('work.recorded', { state: t(`work.state.${outcome}`) }))
  }
  return (
    <Section heading={t('work.people')} rows={people.length}>
      {error && <LoadProblem error={error} />}
      {problem && (
        <p role="alert">
          <ProblemMessage problem={problem} />
        </p>
      )}
      {Object.keys(waiting).length > 0 && (
        <Banner look="wait" icon="alert">
          <p>{t('work.waiting_why')}</p>
        </Banner>
      )}
      {!data && !error && <Skeleton />}
      {data && people.length === 0 && <Empty title={t('work.nobody')}>{t('work.nobody_next')}</Empty>}
      {list.way === 'visit' && <Slips list={list} people={people} />}
      <ol className={styles.people}>
        {people.map(contact => (
          <Person key={contact.id} contact={contact} waiting={waiting[contact.id]} onNote={mark} />
        ))}
      </ol>
      {people.length > 0 && (
        <>
          {/* A lost telephone shows no code, and neither does one on which somebody has signed out. */}
          <p className={styles.hint}>{t('work.not_kept')}</p>
          <p className={styles.hint}>{t('work.undo_hint')}</p>
          <Actions>
            <Button look="quiet" isBusy={isFetching} onClick={() => queryClient.invalidateQueries()}>
              {t('work.refresh')}
            </Button>
          </Actions>
        </>
      )}
    </Section>
  )
}

/** Slips of the codes that nobody has used yet. */
function Slips({ list, people }: { list: ControlList; people: ControlContact[] }) {
  const codes = people.flatMap(({ code, state }) => (code && state === 'open' ? [code] : []))
  const made = {
    codes,
    office: list.office_code,
    procedure: null,
    channel: 'counter' as const,
    expiresOn: list.closes_on,
  }
  const slips = useSlips([made])
  return codes.length > 0 ? <PrintSlips slips={slips} /> : null
}

type PersonProps = {
  contact: ControlContact
  waiting: Outcome | undefined
  onNote: (contact: ControlContact, outcome: Outcome) => void
}

function Person({ contact, waiting, onNote }: PersonProps) {
  const { t } = useTranslation('control')
  const channelName = useChannelName()
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const state = waiting ?? contact.state
  const name = t('work.person', { position: contact.position })
  const procedure = procedures.find(({ code }) => code === contact.procedure_code)?.name
  return (
    <li className={styles.person}>
      <div>
        <b>{name}</b> {contact.mark && <code className={styles.mark}>{t('work.mark', { mark: contact.mark })}</code>}
        <p className={styles.about}>
          {contact.way === 'telephone' && (
            <>
              {procedure ? <span lang="vi">{procedure}</span> : t('work.any_procedure')} ·{' '}
              {channelName(contact.channel)} ·{' '}
            </>
          )}
          {waiting ? t('work.waiting', { state: t(`work.state.${state}`) }) : t(`work.state.${state}`)}
        </p>
      </div>
      <Actions>
        {contact.code && state !== 'refused' && (
          <ButtonLink to={paths.visit(contact.code)} target="_blank" rel="noreferrer">
            {t('work.ask')}
            <span className="vh">
              {' '}
              {name}, {t('work.new_tab')}
            </span>
          </ButtonLink>
        )}
        <Notes state={state} name={name} onNote={outcome => onNote(contact, outcome)} />
      </Actions>
    </li>
  )
}

/** What can be noted in a state. */
const next = {
  open: ['not_reached', 'refused'],
  not_reached: ['refused', 'open'],
  refused: ['open'],
  answered: [],
} as const

function Notes({
  state,
  name,
  onNote,
}: {
  state: keyof typeof next
  name: string
  onNote: (outcome: Outcome) => void
}) {
  const { t } = useTranslation('control')
  return next[state].map(outcome => (
    <Button key={outcome} look="quiet" onClick={() => onNote(outcome)}>
      {t(outcome === 'open' ? 'work.undo' : `work.${outcome}`)}
      <span className="vh"> {name}</span>
    </Button>
  ))
}
