import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { believed } from '../../data/server-clock'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { useFormats } from '../../ui/use-formats'
import { outbox } from '../outbox/page-outbox'
import { ARRIVED, type Tally } from '../outbox/storage/store'
import { useOutbox } from '../outbox/use-outbox'
import styles from './setup.module.css'

/** How many ratings wait, when the last one arrived, and how many were refused why; nothing about a single rating. */
export function KioskState() {
  const { t } = useTranslation()
  const format = useFormats()
  const { waiting, isDurable } = useOutbox()
  const tallies = useTallies()
  const last = Math.max(0, ...tallies.filter(({ reason }) => reason === ARRIVED).map(tally => tally.last))
  const lastAt = believed(last)
  const refused = tallies.filter(({ reason }) => reason !== ARRIVED)

  return (
    <ul className={styles.state} aria-label={t('kiosk.state.title')}>
      <li>{waiting ? t('kiosk.state.waiting', { n: waiting }) : t('kiosk.state.all_sent')}</li>
      <li>
        {lastAt !== undefined
          ? t('kiosk.state.last_sent', { time: format.timeOf(lastAt), day: format.dayOf(lastAt) })
          : t(last ? 'kiosk.state.last_sent_undated' : 'kiosk.state.never_sent')}
      </li>
      {!isDurable && <li>{t('kiosk.state.unsafe')}</li>}
      {refused.map(({ reason, n }) => (
        <li key={reason}>
          {t('kiosk.state.refused', { n })} <ProblemMessage problem={{ key: reason }} />
        </li>
      ))}
    </ul>
  )
}

function useTallies() {
  const state = useOutbox()
  const [tallies, setTallies] = useState<Tally[]>([])
  // They are on the disk; the outbox's state changes whenever they may have.
  useEffect(() => {
    void outbox.tallies().then(setTallies)
  }, [state])
  return tallies
}
