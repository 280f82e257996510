import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { type ParIndex, parIndex } from '../../data/plan'
import { keepNames } from '../../lib/text/no-break'
import { Button } from '../../ui/button'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { ParForm } from './par-form'

/** Every year of every unit. Whoever is at the top of the tree adds and corrects them. */
export function ParIndexTable({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('staff')
  const { data: rows } = useSuspenseQuery(parIndex)
  const { data: all } = useSuspenseQuery(offices)
  const [edited, setEdited] = useState<ParIndex | 'new'>()
  const unitOf = ({ office_code }: ParIndex) => all.find(({ code }) => code === office_code)?.name ?? office_code
  const columns = useColumns(unitOf)
  const edit = (row: ParIndex) =>
    mayWrite && (
      <Button
        look="quiet"
        aria-label={t('plan.par_edit_of', { unit: unitOf(row), year: row.year })}
        onClick={() => setEdited(row)}
      >
        {t('plan.par_edit')}
      </Button>
    )
  return (
    <Section heading={t('plan.par')} lead={t('plan.par_lead')} rows={rows.length}>
      <ExportedTable
        name="par"
        caption={t('plan.par')}
        columns={[...columns, { key: 'edit', name: t('plan.par_edit'), isNameSilent: true, cell: edit }]}
        rows={rows}
        rowKey={({ office_code, year }) => `${office_code} ${year}`}
        pageSize={20}
        empty={<Empty title={t('plan.par_none')}>{t('plan.par_none_next')}</Empty>}
      />
      {mayWrite &&
        (edited ? (
          <ParForm
            key={edited === 'new' ? 'new' : `${edited.office_code} ${edited.year}`}
            row={edited === 'new' ? undefined : edited}
            // Another one may have been opened while this was being saved.
            onDone={() => setEdited(now => (now === edited ? undefined : now))}
          />
        ) : (
          <Button onClick={() => setEdited('new')}>{t('plan.par_add')}</Button>
        ))}
    </Section>
  )
}

function useColumns(unitOf: (row: ParIndex) => string): Column<ParIndex>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return [
    {
      key: 'unit',
      name: t('plan.par_unit'),
      cell: row => <span lang="vi">{keepNames(unitOf(row))}</span>,
      sortBy: unitOf,
    },
    { key: 'year', name: t('plan.par_year'), cell: ({ year }) => String(year), sortBy: ({ year }) => year },
    {
      key: 'score',
      name: t('plan.par_score'),
      cell: ({ score }) => format.hundredth(score),
      sortBy: ({ score }) => score,
      isNumber: true,
    },
    {
      key: 'rank',
      name: t('plan.par_rank'),
      cell: ({ rank, ranked_units }) => (rank === null ? '–' : `${rank} / ${ranked_units}`),
      sortBy: ({ rank }) => rank,
      isNumber: true,
    },
    { key: 'group', name: t('plan.par_group'), cell: ({ group_name }) => group_name ?? '–' },
    { key: 'source', name: t('plan.par_source'), cell: ({ source }) => <span lang="vi">{source}</span> },
  ]
}
