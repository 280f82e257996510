import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Office } from '../../data/offices'
import { type PlanIndicator, type PlanValue, planIndicators } from '../../data/plan'
import { figureIn, firstDay, type PlanFigure } from '../../lib/figures/plan'
import { keepNames } from '../../lib/text/no-break'
import { Button } from '../../ui/button'
import { Section } from '../../ui/layout/section'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { PlanValueForm } from './value-form'
import { useIndicatorName, useQuarterName, useValueText } from './words'

type Props = { office: Office; quarter: string; values: PlanValue[]; figures: PlanFigure[]; mayWrite: boolean }

/** What is known of each target in a quarter, and entering what nothing here can compute. */
export function PlanState({ office, quarter, values, figures, mayWrite }: Props) {
  const { t } = useTranslation('staff')
  const { data: all } = useSuspenseQuery(planIndicators)
  const [query, setQuery] = useSearchParams()
  const quarterName = useQuarterName()
  const columns = useColumns()
  const indicators = all.filter(({ unit }) => unit === 'percent')
  const rows = indicators.map(indicator => ({ indicator, figure: figureIn(figures, indicator.code, quarter) }))
  // Since this system has published anything, what is published is the only source of these two.
  const isPublishing = figures.some(({ source, period }) => source === 'batches' && period <= (firstDay(quarter) ?? ''))
  const isComputed = ({ figure, indicator }: Row) =>
    (figure !== undefined && figure.source !== 'plan_values') ||
    (isPublishing && ['released_batches', 'online_ratings'].includes(indicator.computed_from ?? ''))
  const chosen = rows.find(row => row.indicator.code === query.get('indicator') && !isComputed(row))
  const choose = (code: string) =>
    setQuery(before => {
      before.set('indicator', code)
      return before
    })
  const action = (row: Row) => {
    if (!mayWrite || isComputed(row)) return null
    return <EnterButton indicator={row.indicator} isThere={row.figure !== undefined} onChoose={choose} />
  }
  const seen = values.find(
    ({ indicator_code, quarter: first }) => indicator_code === chosen?.indicator.code && first === firstDay(quarter),
  )
  return (
    <Section heading={t('plan.state', { office: keepNames(office.name), quarter: quarterName(quarter) })}>
      <ExportedTable
        name="targets"
        caption={t('plan.state_caption')}
        columns={[...columns, { key: 'do', name: t('plan.enter'), isNameSilent: true, cell: action }]}
        rows={rows}
        rowKey={({ indicator }) => indicator.code}
        empty={null}
      />
      {chosen && mayWrite && (
        <PlanValueForm
          key={`${office.code} ${quarter} ${chosen.indicator.code}`}
          office={office.code}
          quarter={quarter}
          indicator={chosen.indicator}
          seen={seen}
        />
      )}
    </Section>
  )
}

type Row = { indicator: PlanIndicator; figure: PlanFigure | undefined }

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const nameOf = useIndicatorName()
  const valueText = useValueText()
  return [
    {
      key: 'indicator',
      name: t('plan.indicator'),
      cell: ({ indicator }) => nameOf(indicator.code),
      sortBy: ({ indicator }) => indicator.position,
    },
    { key: 'value', name: t('plan.value'), cell: ({ figure }) => (figure ? valueText(figure) : t('plan.none')) },
    {
      key: 'source',
      name: t('plan.source'),
      cell: ({ figure }) => {
        if (!figure) return '–'
        return figure.source === 'plan_values'
          ? t('plan.entered', { day: format.day(figure.as_of) })
          : t('plan.computed')
      },
    },
  ]
}

type ButtonProps = { indicator: PlanIndicator; isThere: boolean; onChoose: (code: string) => void }

function EnterButton({ indicator, isThere, onChoose }: ButtonProps) {
  const { t } = useTranslation('staff')
  const nameOf = useIndicatorName()
  const word = t(isThere ? 'plan.replace' : 'plan.enter')
  return (
    <Button
      look="quiet"
      aria-label={t('plan.enter_for', { action: word, indicator: nameOf(indicator.code) })}
      onClick={() => onChoose(indicator.code)}
    >
      {word}
    </Button>
  )
}
