import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Office, type Succession, successions } from '../../data/offices'
import { telephoneAddress } from '../../lib/telephone'
import { byName } from '../../lib/text/format'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import { useFormats } from '../../ui/use-formats'
import { ALL_TIME, addressOf, useAddressWith, useSelection } from '../shell/filter-params'
import { officeName } from '../shell/office-rows'
import styles from './contact.module.css'

/** Opening hours and telephone of an office, as far as they are known. */
export function OfficeContact({ office }: { office: Office }) {
  const { t } = useTranslation()
  return (
    <div className={styles.sign}>
      <div>
        <h1 lang="vi">{officeName(office)}</h1>
        {office.opening_hours && (
          <p>
            {t('office.opening_hours')} <span lang="vi">{office.opening_hours}</span>
          </p>
        )}
      </div>
      {office.hotline && (
        <p className={styles.hotline}>
          <Icon name="phone" />
          <span>
            <a href={telephoneAddress(office.hotline)}>{office.hotline}</a>
            <small>{t('office.hotline')}</small>
          </span>
        </p>
      )}
    </div>
  )
}

/** Every office whose work this one took over, however many reforms lie between. */
export function predecessorsOf(code: string, all: Succession[], seen = new Set<string>()): Set<string> {
  for (const { predecessor_code, successor_code } of all) {
    if (successor_code !== code || seen.has(predecessor_code)) continue
    seen.add(predecessor_code)
    predecessorsOf(predecessor_code, all, seen)
  }
  return seen
}

/** Out of which offices this one was made, and the way to look at them together. */
export function Origins({ office, officeList }: { office: Office; officeList: Office[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { period, question } = useSelection()
  const addressWith = useAddressWith()
  const { data } = useSuspenseQuery(successions)
  const before = predecessorsOf(office.code, data)
  const latest = data.find(({ successor_code }) => successor_code === office.code)
  if (!latest) return null
  const names = officeList
    .filter(({ code }) => before.has(code))
    .map(officeName)
    .toSorted(byName)
  const isWith = question.predecessors === true
  // What was before a reform is soon older than the last twelve months: together they are looked at over all time.
  const withThem = { predecessors: '1', ...(!period && { period: ALL_TIME }) }
  const include = period ? 'office.include_predecessors' : 'office.include_predecessors_ever'
  return (
    <div className={styles.origins}>
      <Icon name="merge" />
      <div>
        <p>
          <b>{t('office.formed', { day: format.day(latest.on_date) })}</b>{' '}
          {t(isWith ? 'office.with_predecessors' : 'office.without_predecessors', { n: format.count(names.length) })}
        </p>
        <p lang="vi">{names.join(' · ')}</p>
        <p>
          <Link to={addressOf(addressWith(isWith ? { predecessors: '' } : withThem))}>
            {t(isWith ? 'office.leave_out_predecessors' : include)}
          </Link>
        </p>
      </div>
    </div>
  )
}
