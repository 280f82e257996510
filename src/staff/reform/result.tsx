import { useTranslation } from 'react-i18next'
import type { ReformOutcome } from '../../data/reforms'
import { paths } from '../../paths'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import { Banner } from '../../ui/messages/banner'
import { ReformSummary } from './change-summary'
import styles from './steps.module.css'

/** What is left for people to do once the database has done its part. */
export function ReformResult({ outcome }: { outcome: ReformOutcome }) {
  const { t } = useTranslation('staff')
  return (
    <>
      <Banner look="done" icon="check">
        <p>
          <b>{t('reform.done')}</b> {t('reform.done_what')}
        </p>
      </Banner>
      <Section heading={t('reform.todo')} lead={t('reform.todo_lead')}>
        <ul className={styles.list}>
          {outcome.opened.map(({ code, name }) => (
            <li key={code}>
              <Link to={paths.staff.office(code)}>{t('reform.todo_office', { name })}</Link>
              {(outcome.counters.leads_to[code] ?? 0) > 0 && (
                <>
                  {' · '}
                  <Link to={paths.staffOffice.posters(code)}>{t('reform.todo_posters', { name })}</Link>
                </>
              )}
            </li>
          ))}
          {outcome.members > 0 && (
            <li>
              <Link to={paths.staff.members()}>{t('reform.todo_members')}</Link>
            </li>
          )}
        </ul>
      </Section>
      <ReformSummary outcome={outcome} isDone />
    </>
  )
}
