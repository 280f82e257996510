import { useTranslation } from 'react-i18next'
import { type Comment, type DueOn, stateOf } from '../../data/comments'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from '../shared/export-buttons'

type Props = { comments: Comment[]; dueOn: DueOn; procedureName: (code: string | null) => string }

/** Downloads the comments that are shown. No cell of what citizens wrote runs as a formula. */
export function CommentExport({ comments, dueOn, procedureName }: Props) {
  const { t } = useTranslation('staff')
  const { t: tPublic } = useTranslation()
  const format = useFormats()
  const keys = ['released', 'due', 'procedure', 'praised', 'improve', 'text', 'state', 'reply'] as const
  const tags = (list: string[]) => list.map(one => tPublic(`rate.factors.${one}` as 'rate.factors.access')).join(', ')
  const table = () => [
    keys.map(key => t(`comments.file.${key}`)),
    ...comments.map(one => [
      format.day(one.released_on),
      stateOf(one, dueOn) === 'praise' ? '' : format.day(dueOn(one)),
      procedureName(one.procedure_code),
      tags(one.praised),
      tags(one.improve),
      one.text,
      t(`comments.state.${stateOf(one, dueOn)}`),
      one.reply,
    ]),
  ]
  return <ExportButtons name={t('comments.title')} rows={table} />
}
