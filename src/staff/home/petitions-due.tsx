import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import type { StaffHome } from '../../data/staff-home'
import { daysBetween, localDay } from '../../lib/dates/day'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { useFormats } from '../../ui/use-formats'
import { useStaff } from '../shell/membership'
import { Due, SOON } from './due'
import styles from './page.module.css'
import { Task, Tasks } from './task'

type Petitions = StaffHome['petitions']

/** Petitions that wait for the office, those due first; how many wait for their senders is said, and needs nobody. */
export function PetitionsDue({ petitions }: { petitions: Petitions }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { open, ours, waiting, overdue, publish, due } = petitions
  if (open + publish === 0) return null
  const n = (count: number) => format.count(count)
  return (
    <Tasks
      title={t('home.petitions')}
      count={t(overdue > 0 ? 'home.petitions_late' : 'home.petitions_open', { n: n(open), late: n(overdue) })}
      note={t('home.petitions_by_whom', { ours: n(ours), waiting: n(waiting) })}
    >
      {due.map(petition => (
        <PetitionTask key={petition.id} petition={petition} />
      ))}
      {publish > 0 && (
        <Task
          due={t('home.petitions_answered')}
          what={t('home.petitions_publish', { n: n(publish) })}
          action={
            <ButtonLink look="quiet" to={`${paths.staff.feedback()}?shown=over`}>
              {t('home.decide')}
            </ButtonLink>
          }
        />
      )}
      {open > due.length && (
        <li className={styles.more}>
          <ButtonLink look="quiet" to={paths.staff.feedback()}>
            {t('home.all_petitions', { n: n(open) })}
          </ButtonLink>
        </li>
      )}
    </Tasks>
  )
}

function PetitionTask({ petition }: { petition: Petitions['due'][number] }) {
  const { id, office_code, kind, state, received_on, due_on, owner } = petition
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { membership, may } = useStaff()
  const { data: places } = useSuspenseQuery(offices)
  const left = due_on ? daysBetween(localDay(), due_on) : 0
  const isOwn = office_code === membership.office
  const office = isOwn ? undefined : places.find(({ code }) => code === office_code)?.name
  return (
    <Task
      isLate={left < 0}
      due={due_on && <Due day={due_on} left={left} />}
      what={t(`feedback.kinds.${kind}`)}
      why={[
        office,
        t(`feedback.states.${state}`),
        owner ?? t('home.no_owner'),
        t('home.received', { day: format.day(received_on) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      action={
        <ButtonLink look={left < SOON && isOwn ? 'main' : 'quiet'} to={`${paths.staff.feedback()}?one=${id}`}>
          {t(isOwn && may('handle_feedback') ? 'home.handle' : 'home.read')}
        </ButtonLink>
      }
    />
  )
}
