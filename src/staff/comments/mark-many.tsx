import { useTranslation } from 'react-i18next'
import { type Comment, handleComments, isMarkable, MOST_AT_ONCE } from '../../data/comments'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { announce } from '../../ui/messages/status-line'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'

type Props = {
  /** Those that are listed, with what is on other pages. */
  comments: Comment[]
  chosen: ReadonlySet<string>
  onDone: () => void
}

/** Marks the chosen comments as handled, or all that are listed; for a while it can be taken back. */
export function MarkMany({ comments, chosen, onDone }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const markable = comments.filter(isMarkable)
  const picked = markable.filter(({ id }) => chosen.has(id))
  const ids = (picked.length > 0 ? picked : markable).slice(0, MOST_AT_ONCE).map(({ id }) => id)
  const undoing = useSaving(handleComments, changed => t('comments.opened_many', { n: format.count(changed.length) }))
  const marking = useSaving(handleComments, '')
  const mark = async () => {
    const saved = await marking.save({ ids, handled: true })
    if (!saved) return
    const changed = saved.result
    announce(t('comments.marked_many', { n: format.count(changed.length) }), {
      label: t('comments.undo'),
      onChoose: () => void undoing.save({ ids: changed, handled: false }),
    })
    onDone()
  }
  return (
    <>
      <SaveProblem saving={marking} />
      <SaveProblem saving={undoing} />
      <Actions>
        <Button look="quiet" isBusy={marking.isSaving} onClick={mark}>
          {t(picked.length > 0 ? 'comments.mark_chosen' : 'comments.mark_all', { n: format.count(ids.length) })}
        </Button>
      </Actions>
    </>
  )
}
