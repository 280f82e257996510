import { useTranslation } from 'react-i18next'
import type { DoubtAt } from '../../lib/files/import-schema'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { type Column, DataTable } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from '../shared/export-buttons'
import styles from './layout.module.css'
import { useColumnName } from './use-column-name'

const MOST_SHOWN = 1000

/** Cells that could mean two things, or whose content is lost: nothing was sent, and nothing is guessed. */
export function ImportDoubts({ doubts }: { doubts: DoubtAt[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const columnName = useColumnName()
  const heading = t('import.doubts', { n: format.count(doubts.length) })
  const shown = doubts.slice(0, MOST_SHOWN)
  const columns: Column<DoubtAt>[] = [
    { key: 'cell', name: t('import.cell'), cell: ({ cell }) => cell, sortBy: ({ line }) => line },
    { key: 'column', name: t('import.column_name'), cell: ({ column }) => columnName(column) },
    { key: 'seen', name: t('import.value'), cell: ({ seen }) => seen },
    { key: 'why', name: t('import.why'), cell: ({ doubt }) => t(`import.doubt.${doubt}`) },
  ]
  return (
    <Section heading={heading}>
      <div className={styles.problems}>
        <Banner look="alert" icon="alert">
          <p>
            <b>{t('import.nothing_changed')}</b> {t('import.mend')}
            {doubts.length > shown.length && ` ${t('import.first_problems', { n: format.count(shown.length) })}`}
          </p>
        </Banner>
        <ExportButtons
          name={t('import.problems_file')}
          rows={() => [
            columns.map(({ name }) => name),
            ...shown.map(({ cell, column, seen, doubt }) => [
              cell,
              columnName(column),
              seen,
              t(`import.doubt.${doubt}`),
            ]),
          ]}
        />
        <DataTable
          name="doubts"
          caption={heading}
          columns={columns}
          rows={shown}
          rowKey={({ cell }) => cell}
          searchIn={({ cell, column, seen }) => `${cell} ${columnName(column)} ${seen}`}
          empty={null}
        />
      </div>
    </Section>
  )
}
