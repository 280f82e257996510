import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { Progress } from '../../ui/messages/progress'
import { type Column, DataTable } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from '../shared/export-buttons'
import styles from './layout.module.css'

/** A problem as the person finds it in the file: by the place, the name of the column and what stands there. */
export type FoundProblem = {
  id: number
  line: number
  /** The row, or the cell, as the program with which the file was made names it. */
  place: string | number
  column: string
  value: string
  why: string
}
export type ProblemKind = { column: string; why: string; n: number }

type Props = {
  /** Of the table, in the address. */
  name: string
  heading: string
  placeName: string
  count: number
  kinds: ProblemKind[]
  /** The first of every kind, in the order of the file. */
  shown: FoundProblem[]
  /** All of them, for the file; calls back with the share that has arrived, 0..1. */
  all: (onProgress: (share: number) => void) => Promise<FoundProblem[]>
}

/** Problems of a file, however many: how often each kind was found, the first of every kind, and all as a file. */
export function ProblemList({ name, heading, placeName, count, kinds, shown, all }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const [share, setShare] = useState<number | null>(null)
  const columns: Column<FoundProblem>[] = [
    { key: 'place', name: placeName, cell: ({ place }) => place, sortBy: ({ line }) => line },
    { key: 'column', name: t('import.column_name'), cell: ({ column }) => column, sortBy: ({ column }) => column },
    { key: 'value', name: t('import.value'), cell: ({ value }) => value || '–' },
    { key: 'why', name: t('import.why'), cell: ({ why }) => why, sortBy: ({ why }) => why },
  ]
  const table = async () => {
    setShare(0)
    try {
      const rows = await all(setShare)
      return [columns.map(one => one.name), ...rows.map(({ place, column, value, why }) => [place, column, value, why])]
    } finally {
      setShare(null)
    }
  }
  return (
    <Section heading={heading}>
      <div className={styles.problems}>
        <Banner look="alert" icon="alert">
          <p>
            <b>{t('import.nothing_changed')}</b> {t('import.mend')}
            {count > shown.length &&
              ` ${t('import.first_problems', { n: format.count(shown.length), all: format.count(count) })}`}
          </p>
        </Banner>
        {kinds.length > 1 && (
          <ul className={styles.kinds}>
            {kinds.map(({ column, why, n }) => (
              <li key={`${column} ${why}`}>
                <b>{t('import.of_kind', { n: format.count(n) })}</b> {t('import.kind_of_problem', { column, why })}
              </li>
            ))}
          </ul>
        )}
        <ExportButtons name={t('import.problems_file')} rows={table} />
        {share !== null && <Progress label={t('import.fetching_problems')} share={share} />}
        <DataTable
          name={name}
          caption={heading}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          searchIn={({ place, column, value, why }) => `${place} ${column} ${value} ${why}`}
          empty={null}
        />
      </div>
    </Section>
  )
}
