import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Office, successions } from '../../data/offices'
import { byName } from '../../lib/text/format'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { officeName } from '../shell/office-rows'
import styles from '../shell/public-page.module.css'

type Event = { day: string; basis: string; isOrigin: boolean; others: Office[] }

/** Predecessors and successors of an office. Their figures stay apart, with links between them. */
export function OfficeHistory({ office, officeList }: { office: Office; officeList: Office[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data } = useSuspenseQuery(successions)
  const events = new Map<string, Event>()
  for (const { predecessor_code, successor_code, on_date, legal_basis } of data) {
    const isOrigin = successor_code === office.code
    if (!isOrigin && predecessor_code !== office.code) continue
    const other = officeList.find(({ code }) => code === (isOrigin ? predecessor_code : successor_code))
    if (!other) continue
    const key = `${on_date} ${isOrigin}`
    const event = events.get(key) ?? { day: on_date, basis: legal_basis ?? '', isOrigin, others: [] }
    event.others.push(other)
    events.set(key, event)
  }
  if (events.size === 0) return null

  return (
    <Section heading={t('office.history')}>
      <ol className={styles.history}>
        {[...events].map(([key, { day, basis, isOrigin, others }]) => (
          <li key={key}>
            <time dateTime={day}>{format.day(day)}</time>
            <div>
              <p>{isOrigin ? t('office.came_from') : t('office.went_to')}</p>
              <ul className={styles.offices} lang="vi">
                {others
                  .toSorted((a, b) => byName(a.name, b.name))
                  .map(other => (
                    <li key={other.code}>
                      <Link to={paths.officeResults(other.code)}>{keepNames(officeName(other))}</Link>
                    </li>
                  ))}
              </ul>
              {basis && <p className={styles.basis}>{t('office.legal_basis', { basis })}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
