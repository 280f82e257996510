import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { type Selection, satisfactionBy, withoutPeriod } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { ButtonLink } from '../../ui/button'
import { useFormats } from '../../ui/use-formats'
import { ALL_TIME, addressOf, useAddressWith, useSelection } from './filter-params'
import styles from './public-page.module.css'
import { useNextRelease } from './release-times'

/** What was ever published for a choice, whatever its period; undefined for nothing. */
export function useEver(question: Selection) {
  const { data } = useSuspenseQuery(satisfactionBy('all', withoutPeriod(question)))
  return data[0]
}

type Nothing = {
  question: Selection
  /** Why, in a few words; without one it is because of the choice, or because it is too early. */
  reason?: string
  isFiltered: boolean
  /** The page on which all time is shown, if it is not this one. */
  at?: string
}

/** Nothing is published for the chosen filters: shows when there will be, or what to choose instead. */
export function NothingPublished({ question, reason, isFiltered, at }: Nothing) {
  const { t } = useTranslation()
  const format = useFormats()
  const next = useNextRelease()
  const { data: rules } = useSuspenseQuery(settings)
  const { pathname } = useLocation()
  const addressWith = useAddressWith()
  const { period } = useSelection()
  const ever = useEver(question)
  const isEarlier = ever !== undefined && period !== ALL_TIME
  const title = () => {
    if (isFiltered) return t('results.nothing_selected')
    return isEarlier ? t('results.nothing_recent') : (reason ?? t('results.nothing_yet'))
  }
  const remedy = () => {
    if (isEarlier) return t('results.in_all_periods', { n: format.count(ever.n) })
    if (isFiltered) return t('results.select_more')
    return next && t('results.first_release', { ...next, n: rules.min_batch })
  }
  return (
    <div className={styles.empty}>
      <b>{title()}</b>
      <p>{remedy()}</p>
      <p className={styles.actions}>
        {isEarlier && (
          <ButtonLink
            look="quiet"
            to={addressOf({ ...addressWith({ period: ALL_TIME }), ...(at && { pathname: at }) })}
          >
            {t('results.see_all_periods')}
          </ButtonLink>
        )}{' '}
        {isFiltered && (
          <ButtonLink look="quiet" to={pathname}>
            {t('results.see_all')}
          </ButtonLink>
        )}
      </p>
    </div>
  )
}
