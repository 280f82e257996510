import { useTranslation } from 'react-i18next'
import type { NominatedPraise, PracticeNote } from '../../data/comments'
import type { Cell } from '../../lib/files/safe-cell'
import { slugOf } from '../../lib/text/slug'
import { ExportButtons } from '../shared/export-buttons'
import { useQuarterName } from './words'

type Own = ReadonlyMap<string, string>

/** The praises that are shown, with what is read of them on the page. */
export function PraiseExport({ praises, own, texts }: { praises: NominatedPraise[]; own: Own; texts: Own }) {
  const { t } = useTranslation('staff')
  const quarterName = useQuarterName()
  const keys = ['office', 'quarter', 'state', 'comment', 'text', 'reason'] as const
  const table = () => [
    keys.map(key => t(`good_practice.file.${key}`)),
    ...praises.map((one): Cell[] => [
      own.get(one.office_code) ?? one.office_code,
      quarterName(one.quarter),
      t(`good_practice.file.states.${one.state as 'waiting'}`),
      texts.get(one.comment_id) ?? null,
      one.text,
      one.reason,
    ]),
  ]
  return praises.length > 0 && <ExportButtons name={slugOf(t('good_practice.praise'))} rows={table} />
}

/** Every version of the notes that are shown. */
export function NoteExport({ notes, own }: { notes: PracticeNote[]; own: Own }) {
  const { t } = useTranslation('staff')
  const quarterName = useQuarterName()
  const keys = ['office', 'quarter', 'version', 'state', 'note', 'reason'] as const
  const table = () => [
    keys.map(key => t(`good_practice.file.${key}`)),
    ...notes.map((one): Cell[] => [
      own.get(one.office_code) ?? one.office_code,
      quarterName(one.quarter),
      one.version,
      t(`good_practice.note_state.${one.state as 'waiting'}`),
      one.text,
      one.reason,
    ]),
  ]
  return notes.length > 0 && <ExportButtons name={slugOf(t('good_practice.notes'))} rows={table} />
}
