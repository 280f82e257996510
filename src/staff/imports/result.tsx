import { useTranslation } from 'react-i18next'
import type { ImportDone } from '../../data/imports'
import type { ImportKind, ImportRows } from '../../lib/files/import-schema'
import { Banner } from '../../ui/messages/banner'
import { useFormats } from '../../ui/use-formats'
import { type VisitCodes, VisitSlips } from '../shared/visit-slips'

/** What was written; visit codes are shown this once. */
export function ImportResult({ kind, done, rows }: { kind: ImportKind; done: ImportDone; rows: ImportRows }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const cell = (row: number, column: string) => rows.rows[row - 1]?.[rows.columns.indexOf(column)] ?? null
  const made: VisitCodes[] = (done.codes ?? []).map(({ row, codes }) => ({
    codes,
    office: cell(row, 'office_code') ?? '',
    procedure: cell(row, 'procedure_code'),
    channel: (cell(row, 'channel') ?? 'counter') as VisitCodes['channel'],
    expiresOn: cell(row, 'expires_on') ?? '',
  }))
  return (
    <>
      <Banner look="done" icon="check">
        <p>
          <b>{t('import.done')}</b>{' '}
          {kind === 'visit_codes'
            ? t('import.made', { n: format.count(made.reduce((sum, { codes }) => sum + codes.length, 0)) })
            : t('import.wrote', { added: format.count(done.added), changed: format.count(done.changed) })}
        </p>
      </Banner>
      {made.length > 0 && <VisitSlips made={made} />}
    </>
  )
}
