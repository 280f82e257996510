import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import type { ReformOutcome } from '../../data/reforms'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import styles from './steps.module.css'

/** What a reform changes, or has changed. */
export function ReformSummary({ outcome, isDone }: { outcome: ReformOutcome; isDone: boolean }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: places } = useSuspenseQuery(offices)
  const nameOf = (code: string) => [...outcome.opened, ...places].find(office => office.code === code)?.name ?? code
  const led = Object.entries(outcome.counters.leads_to)
  const day = format.day(outcome.on_date)
  return (
    <>
      <Section
        heading={t(isDone ? 'reform.summary.opened' : 'reform.summary.opens', { n: outcome.opened.length, day })}
      >
        <ul className={styles.list} lang="vi">
          {outcome.opened.map(({ code, name }) => (
            <li key={code}>{name}</li>
          ))}
        </ul>
      </Section>
      <Section
        heading={t(isDone ? 'reform.summary.closed' : 'reform.summary.closes', { n: outcome.closed.length, day })}
      >
        <ul className={styles.list}>
          {outcome.closed.map(({ code, name, successors }) => (
            <li key={code} lang="vi">
              {successors.length > 0
                ? t('reform.summary.followed', { name, successors: successors.map(nameOf).join(', ') })
                : t('reform.summary.unfollowed', { name })}
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={t('reform.summary.rest')}>
        <ul className={styles.list}>
          <li>{t('reform.summary.offerings', { n: format.count(outcome.offerings) })}</li>
          {led.map(([office, n]) => (
            <li key={office}>{t('reform.summary.led', { n: format.count(n), office: nameOf(office) })}</li>
          ))}
          {outcome.counters.closed.length > 0 && (
            <li>{t('reform.summary.lost', { codes: outcome.counters.closed.join(', ') })}</li>
          )}
          <li>{t('reform.summary.members', { n: format.count(outcome.members) })}</li>
        </ul>
      </Section>
    </>
  )
}
