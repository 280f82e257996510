import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../data/offices'
import { type Selection, satisfactionBy, targetOf } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { ChartFigure } from '../../ui/charts/chart-figure'
import { IntervalPlot } from '../../ui/charts/interval-plot'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { useIntervalChart, useVerdictSentence } from '../figures/interval-chart'
import { useVerdictGroups } from '../figures/verdict-groups'
import { below, useMissingReason, useOfficeRows } from '../shell/office-rows'

/** The offices below a body, each with its figure. */
export function ChildOffices({ question, officeList }: { question: Selection; officeList: Office[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data: rules } = useSuspenseQuery(settings)
  const { data: byOffice } = useSuspenseQuery(satisfactionBy('office', question))
  const target = targetOf(byOffice, rules)
  const groupsOf = useVerdictGroups(target)
  const rowsOf = useOfficeRows(officeList, useMissingReason(rules.min_batch))
  const groups = groupsOf(rowsOf(byOffice, below(officeList, question.office)))
  const drawingOf = useIntervalChart(target)
  const sentenceOf = useVerdictSentence()
  if (groups.length === 0) return null
  const n = byOffice.reduce((sum, row) => sum + row.n, 0)
  return (
    <Section heading={t('office.parts')} lead={t('office.parts_lead')} rows={byOffice.length}>
      <ChartFigure
        title={t('office.parts')}
        sentence={sentenceOf(groups)}
        n={t('figure.ratings', { n: format.count(n) })}
        drawing={drawingOf(groups)}
      >
        <IntervalPlot caption={t('office.parts')} rowsAre={t('office.office')} target={target} groups={groups} />
      </ChartFigure>
    </Section>
  )
}
