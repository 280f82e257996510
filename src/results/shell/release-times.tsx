import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { timeNow } from '../../data/server-clock'
import { settings } from '../../data/settings'
import { instantAt } from '../../lib/dates/day'
import { nextRelease } from '../../lib/dates/release-schedule'
import { useFormats } from '../../ui/use-formats'
import styles from './public-page.module.css'

/** When the last figures came, and when the next ones do. */
export function ReleaseTimes() {
  const { t } = useTranslation()
  const next = useNextRelease()
  const format = useFormats()
  const { data } = useSuspenseQuery(settings)
  const last = data.last_release_on === null ? null : instantAt(data.last_release_on, data.release_hour)
  return (
    <p className={styles.issue}>
      {last !== null && (
        <span>
          {t('results.last_release')} <b>{format.dayOf(last)}</b> ·
        </span>
      )}{' '}
      {next && (
        <span>
          {t('results.next_release')} <b>{`${next.time}, ${next.day}`}</b>
        </span>
      )}
    </p>
  )
}

export function useNextRelease() {
  const format = useFormats()
  const { data } = useSuspenseQuery(settings)
  const next = nextRelease(data.last_release_on, data.release_hour, timeNow())
  return next === undefined ? undefined : { time: format.timeOf(next), day: format.dayOf(next) }
}
