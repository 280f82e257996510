import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { procedureNames, proceduresOffered } from '../../data/procedures'
import { type SatisfactionRow, type Selection, satisfactionBy, targetOf } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import type { Verdict } from '../../lib/figures/figure'
import { byName } from '../../lib/text/format'
import { paths } from '../../paths'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { IntervalPlot, type PlotRow } from '../../ui/charts/interval-plot'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { useSelection } from '../shell/filter-params'
import styles from '../shell/public-page.module.css'
import { useIntervalChart, useVerdictSentence } from './interval-chart'
import { useVerdictGroups } from './verdict-groups'

type Named = { code: string; name: string }

type Props = { question: Selection; isFiltered: boolean }

/** The rate by procedure in all offices together or in one above others, and every procedure of the catalogue. */
export function ByProcedure({ question, isFiltered }: Props) {
  const { data } = useSuspenseQuery(procedureNames)
  const listed = data.filter(({ field_code }) => !question.field || field_code === question.field)
  return <Rates question={question} isFiltered={isFiltered} procedures={listed} />
}

/** The rate by procedure in an office, and what else it offers. */
export function ByOfferedProcedure({ office, question, isFiltered }: Props & { office: string }) {
  const { data } = useSuspenseQuery(proceduresOffered(office))
  return <Rates question={question} isFiltered={isFiltered} procedures={data.map(offered => offered.procedures)} />
}

/** The rate by procedure; those below the target come first, those about which nothing is published last. */
function Rates({ question, isFiltered, procedures }: Props & { procedures: Named[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data: rules } = useSuspenseQuery(settings)
  const { period } = useSelection()
  const { data: published } = useSuspenseQuery(satisfactionBy('procedure', question))
  const target = targetOf(published, rules)
  const groupsOf = useVerdictGroups(target)
  const drawingOf = useIntervalChart(target)
  const sentenceOf = useVerdictSentence()
  const named = published.filter(row => row.key !== null)
  const rest = published.find(row => row.key === null)
  const silent = procedures.filter(({ code }) => !named.some(row => row.key === code))
  if (published.length === 0 && silent.length === 0) return null

  const count = (verdict: Verdict) => format.count(named.filter(row => row.verdict === verdict).length)
  const counts = { met: count('met'), undecided: count('undecided'), not_met: count('not_met') }
  const byVerdict = groupsOf(
    named.map(row => procedureRow(row, period)),
    ['not_met', 'undecided', 'met', 'unproven'],
  )
  const groups = rest ? [...byVerdict, { key: 'rest', heading: t('office.rest'), rows: [restRow(rest)] }] : byVerdict
  const n = published.reduce((sum, row) => sum + row.n, 0)
  return (
    <Section
      heading={named.length > 0 ? t('office.procedures_found', counts) : t('office.procedures')}
      lead={t('office.procedures_lead', { n: rules.min_batch })}
      rows={published.length}
    >
      {published.length > 0 && (
        <ChartFigure
          title={t('office.procedures')}
          sentence={sentenceOf(byVerdict)}
          isSentenceSilent={named.length > 0}
          n={t('figure.ratings', { n: format.count(n) })}
          drawing={drawingOf(groups)}
        >
          <IntervalPlot
            caption={t('office.procedures')}
            rowsAre={t('procedure.procedure')}
            target={target}
            groups={groups}
          />
        </ChartFigure>
      )}
      {silent.length > 0 && <Unpublished procedures={silent} isFiltered={isFiltered} isOpen={published.length === 0} />}
    </Section>
  )

  function restRow(row: SatisfactionRow): PlotRow {
    return { key: 'rest', name: t('office.rest_row'), note: t(`verdict.word.${row.verdict}`), figure: row }
  }
}

type UnpublishedProps = { procedures: Named[]; isFiltered: boolean; isOpen: boolean }

/** Procedures about which nothing is published. */
function Unpublished({ procedures, isFiltered, isOpen }: UnpublishedProps) {
  const { t } = useTranslation()
  const n = useFormats().count(procedures.length)
  const { period, question } = useSelection()
  const heading = () => {
    if (isFiltered) return t('office.silent_selected', { n })
    return question.headline ? t('office.silent_recently', { n }) : t('office.silent', { n })
  }
  return (
    <details className={styles.more} open={isOpen}>
      <summary>{heading()}</summary>
      <ul className={styles.names} lang="vi">
        {procedures
          .toSorted((a, b) => byName(a.name, b.name))
          .map(({ code, name }) => (
            <li key={code}>
              <Link to={paths.procedureResults(code, period)}>{name}</Link> <small>{code}</small>
            </li>
          ))}
      </ul>
    </details>
  )
}

function procedureRow(row: SatisfactionRow, period: string | undefined): PlotRow {
  const code = row.key ?? ''
  return {
    key: code,
    name: row.label ?? code,
    isRegistered: true,
    note: code,
    to: paths.procedureResults(code, period),
    figure: row,
  }
}
