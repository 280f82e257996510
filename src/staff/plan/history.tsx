import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type PlanValue, planValueFile } from '../../data/plan'
import { planAuthors } from '../../data/plan-admin'
import { quarterOfDay } from '../../lib/figures/plan'
import { Button } from '../../ui/button'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import { saveFile } from '../../ui/save-file'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import { ExportedTable } from '../shared/exported-table'
import { useIndicatorName, useQuarterName, useValueText } from './words'

/** Every entry of an office, the latest first, with who made it and when: nothing is written over. */
export function PlanHistory({ office, values }: { office: string; values: PlanValue[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const nameOf = useIndicatorName()
  const quarterName = useQuarterName()
  const valueText = useValueText()
  const { data: authors } = useQuery(planAuthors(office))
  const at = ({ id, entered_on }: PlanValue) => {
    const author = authors?.get(id)
    return author ? format.instantOf(Date.parse(author.at)) : format.day(entered_on)
  }
  const columns: Column<PlanValue>[] = [
    { key: 'when', name: t('plan.when'), cell: at, sortBy: ({ id }) => id },
    { key: 'who', name: t('plan.who'), cell: ({ id }) => authors?.get(id)?.who ?? '–' },
    { key: 'indicator', name: t('plan.indicator'), cell: one => nameOf(one.indicator_code) },
    {
      key: 'quarter',
      name: t('plan.quarter'),
      cell: ({ quarter }) => quarterName(quarterOfDay(quarter)),
      sortBy: ({ quarter }) => quarter,
    },
    { key: 'value', name: t('plan.value'), cell: valueText, isNumber: true },
    { key: 'as_of', name: t('plan.as_of'), cell: ({ as_of }) => format.day(as_of) },
    { key: 'evidence', name: t('plan.evidence'), cell: one => <Evidence value={one} /> },
  ]
  return (
    <Section heading={t('plan.history')} rows={values.length}>
      <ExportedTable
        name="history"
        caption={t('plan.history')}
        columns={columns}
        rows={values}
        rowKey={({ id }) => id}
        pageSize={20}
        empty={<Empty title={t('plan.no_history')}>{t('plan.no_history_next')}</Empty>}
      />
    </Section>
  )
}

function Evidence({ value }: { value: PlanValue }) {
  const { t } = useTranslation('staff')
  const saving = useSaving(async (id: number) => {
    const { name, bytes } = await planValueFile(id)
    // Saved and never opened here, whatever it is.
    saveFile(name, new Blob([bytes], { type: 'application/octet-stream' }))
  }, t('import.download'))
  return (
    <>
      <span lang="vi">{value.evidence}</span>{' '}
      {value.link && (
        <a href={value.link} rel="external noreferrer">
          {new URL(value.link).hostname}
        </a>
      )}
      {value.file_name && (
        <Button look="quiet" onClick={() => saving.save(value.id)}>
          {t('plan.file_of', { name: value.file_name })}
        </Button>
      )}
      <SaveProblem saving={saving} />
    </>
  )
}
