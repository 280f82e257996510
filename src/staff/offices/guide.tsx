import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { officeCounters } from '../../data/counters'
import type { Office } from '../../data/offices'
import { offerings } from '../../data/procedures'
import { localDay } from '../../lib/dates/day'
import { paths } from '../../paths'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import { isClosed } from '../shared/office-layout'
import { hasPrinted } from '../shared/print-history'
import { useRights } from '../shell/use-rights'
import styles from './guide.module.css'

/** What a new head still has to do, in the order in which it is done; gone when all of it is. */
export function OfficeGuide({ office }: { office: Office }) {
  const { t } = useTranslation('staff')
  const { mayAt } = useRights()
  const { data: offered } = useSuspenseQuery(offerings(office.code))
  const { data: counters } = useSuspenseQuery(officeCounters(office.code))
  const today = localDay()
  const steps = [
    { step: 'door', isDone: Boolean(office.hotline || office.opening_hours), to: undefined },
    {
      step: 'procedures',
      isDone: offered.some(({ closed_on }) => closed_on === null || closed_on >= today),
      to: paths.staffOffice.procedures(office.code),
    },
    {
      step: 'counters',
      isDone: counters.some(({ retired_on }) => !retired_on),
      to: paths.staffOffice.counters(office.code),
    },
    { step: 'posters', isDone: hasPrinted(office.code), to: paths.staffOffice.posters(office.code) },
  ] as const
  const left = steps.filter(({ isDone }) => !isDone)
  if (left.length === 0 || isClosed(office) || !mayAt('edit_office_sign', office.code)) return null
  return (
    <Section heading={t('guide.title', { left: left.length, of: steps.length })} lead={t('guide.lead')}>
      <ol className={styles.steps}>
        {steps.map(({ step, isDone, to }) => (
          <li key={step} className={isDone ? styles.done : undefined}>
            <span className={styles.mark}>{isDone && <Icon name="check" />}</span>
            <p>
              {to ? <Link to={to}>{t(`guide.${step}.title`)}</Link> : <b>{t(`guide.${step}.title`)}</b>}
              <small>{t(isDone ? 'guide.done' : `guide.${step}.how`)}</small>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
