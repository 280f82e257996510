import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Office } from '../../data/offices'
import type { ReportEntry, ReportRule } from '../../data/reports'
import { isComputed, missingOf, type Report, type ReportIndex } from '../../lib/figures/report'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { EntryForm } from './entry-form'
import styles from './layout.module.css'
import { useClassName, usePeriodName, useScoreText } from './words'

type Props = { office: Office; report: Report; rules: ReportRule[]; entries: ReportEntry[]; mayWrite: boolean }

/** The nine indices with their points, what each is known from, and what is missing. */
export function Indices({ office, report, rules, entries, mayWrite }: Props) {
  const { t } = useTranslation('staff')
  const periodName = usePeriodName()
  const scoreText = useScoreText()
  const className = useClassName()
  const [query, setQuery] = useSearchParams()
  const columns = useColumns(rules, office.code)
  const chosen = report.indices.find(row => String(row.index) === query.get('index') && !isComputed(row))
  const choose = (index: number) =>
    setQuery(before => {
      before.set('index', String(index))
      return before
    })
  const action = (row: ReportIndex) =>
    mayWrite && !isComputed(row) ? <EnterButton row={row} rules={rules} onChoose={choose} /> : null
  return (
    <Section heading={t('reports.of', { office: keepNames(office.name), period: periodName(report.period) })}>
      <p className={styles.score}>
        <strong>{scoreText(report)}</strong> · {className(report.class)}
      </p>
      <ExportedTable
        name="indices"
        caption={t('reports.indices')}
        columns={[...columns, { key: 'do', name: t('reports.enter'), isNameSilent: true, cell: action }]}
        rows={report.indices}
        rowKey={({ index }) => index}
        empty={null}
      />
      {chosen && mayWrite && (
        <EntryForm
          key={chosen.index}
          office={office.code}
          period={report.period}
          rule={rules.find(({ index }) => index === chosen.index)}
          seen={entries.find(({ index }) => index === chosen.index)}
        />
      )}
    </Section>
  )
}

function useColumns(rules: ReportRule[], office: string): Column<ReportIndex>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return [
    {
      key: 'index',
      name: t('reports.index'),
      cell: ({ index }) => (
        <span lang="vi">
          {index}. {rules.find(rule => rule.index === index)?.name}
        </span>
      ),
      sortBy: ({ index }) => index,
    },
    {
      key: 'points',
      name: t('reports.points'),
      isNumber: true,
      cell: ({ tenths }) => (tenths === null ? t('reports.none') : format.tenth(tenths / 10)),
      sortBy: ({ tenths }) => tenths,
    },
    { key: 'source', name: t('reports.source'), cell: row => <Source row={row} /> },
    { key: 'missing', name: t('reports.missing'), cell: row => <Missing row={row} office={office} /> },
  ]
}

function Source({ row }: { row: ReportIndex }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { source, two, one, zero, detail } = row
  if (source === null) return '–'
  if (source === 'petitions') {
    const { n, on_time, most, handled } = detail ?? {}
    const counts = { n: n ?? most ?? 0, on_time: on_time ?? 0, handled: handled ?? 0 }
    return t(row.index === 8 ? 'reports.petitions_on_time' : 'reports.petitions_at_most', {
      n: format.count(counts.n),
      on_time: format.count(counts.on_time),
      handled: format.count(counts.handled),
    })
  }
  const from = t(`reports.from.${source}`)
  if (two === null || one === null || zero === null) return from
  return t('reports.counts', { from, two: format.count(two), one: format.count(one), zero: format.count(zero) })
}

/** What an index still needs, and the page where it is entered. */
function Missing({ row, office }: { row: ReportIndex; office: string }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const missing = missingOf(row)
  if (!missing) return '–'
  const { answered, reported, petitioned, most, low_tenths, high_tenths } = row.detail ?? {}
  const counts = {
    counted: format.count(row.counted),
    expected: format.count(row.expected),
    answered: format.count(answered ?? 0),
    reported: format.count(reported ?? 0),
    petitioned: format.count(petitioned ?? 0),
    most: format.count(most ?? 0),
    low: format.tenth((low_tenths ?? 0) / 10),
    high: format.tenth((high_tenths ?? 0) / 10),
  }
  if (missing !== 'handled') return t(`reports.needs.${missing}`, counts)
  return (
    <>
      {t('reports.needs.handled', counts)}{' '}
      <Link to={`${paths.staff.handled()}?office=${office}`}>{t('menu.handled')}</Link>
    </>
  )
}

type ButtonProps = { row: ReportIndex; rules: ReportRule[]; onChoose: (index: number) => void }

function EnterButton({ row, rules, onChoose }: ButtonProps) {
  const { t } = useTranslation('staff')
  const word = t(row.entry === null ? 'reports.enter' : 'reports.replace')
  const index = rules.find(rule => rule.index === row.index)?.name
  return (
    <Button
      look="quiet"
      aria-label={t('reports.enter_for', { action: word, index })}
      onClick={() => onChoose(row.index)}
    >
      {word}
    </Button>
  )
}
