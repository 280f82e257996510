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
      <Section heading={t(isDone ? 'reform.told.opened' : 'reform.told.opens', { n: outcome.opened.length, day })}>
        <ul className={styles.list} lang="vi">
          {outcome.opened.map(({ code, name }) => (
            <li key={code}>{name}</li>
          ))}
        </ul>
      </Section>
      <Section heading={t(isDone ? 'reform.told.closed' : 'reform.told.closes', { n: outcome.closed.length, day })}>
        <ul className={styles.list}>
          {outcome.closed.map(({ code, name, successors }) => (
            <li key={code} lang="vi">
              {successors.length > 0
                ? t('reform.told.followed', { name, heirs: successors.map(nameOf).join(', ') })
                : t('reform.told.unfollowed', { name })}
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={t('reform.told.rest')}>
        <ul className={styles.list}>
          <li>{t('reform.told.offerings', { n: format.count(outcome.offerings) })}</li>
          {led.map(([office, n]) => (
            <li key={office}>{t('reform.told.led', { n: format.count(n), office: nameOf(office) })}</li>
          ))}
          {outcome.counters.closed.length > 0 && (
            <li>{t('reform.told.lost', { codes: outcome.counters.closed.join(', ') })}</li>
          )}
          <li>{t('reform.told.members', { n: format.count(outcome.members) })}</li>
        </ul>
      </Section>
    </>
  )
}
