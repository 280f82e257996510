import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { signedReportsOf } from '../../../data/signed-reports'
import { paths } from '../../../paths'
import { Section } from '../../../ui/layout/section'
import { useFormats } from '../../../ui/use-formats'
import styles from './page.module.css'
import { useReportWords } from './words'

/** On the page of an office: the official reports that were signed. Nothing where none was. */
export function SignedReports({ office }: { office: string }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const { periodName, score, className } = useReportWords()
  const { data: rows } = useSuspenseQuery(signedReportsOf(office))
  if (rows.length === 0) return null
  return (
    <Section heading={t('report.list')} lead={t('report.list_lead')} rows={rows.length}>
      <ul className={styles.list}>
        {rows.map(row => (
          <li key={row.period}>
            <Link to={paths.officeReport(office, row.period)}>{periodName(row.period)}</Link>
            <span>
              {t('report.list_row', {
                score: score(row.tenths),
                class: className(row.class),
                day: format.day(row.signed_on),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
