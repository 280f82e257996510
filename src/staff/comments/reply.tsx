import { type RefObject, useCallback, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Comment, replyToComment } from '../../data/comments'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import formStyles from '../../ui/forms/form-field.module.css'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import { TemplateField } from '../shared/template-field'
import styles from './layout.module.css'

const LONGEST = 4000

/** A reply, or a correction of one. It reaches the receipt of whoever wrote; the office never learns who that is. */
export function CommentReply({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const { t } = useTranslation('staff')
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(comment.reply ?? '')
  // The reply as it was when the form was opened: a colleague's reply is not overwritten unseen.
  const [seen, setSeen] = useState(comment.reply)
  const [isEmpty, setIsEmpty] = useState(false)
  const saving = useSaving(replyToComment, t('comments.reply_sent'))
  const length = lengthOf(text)

  const send = async () => {
    setIsEmpty(length === 0)
    if (length === 0 || length > LONGEST) return area.current?.focus()
    if (!saving.isSaving && (await saving.save({ id: comment.id, text, seen }))) onClose()
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
      }}
    >
      <SaveProblem
        saving={saving}
        subject="comments"
        rowKey={comment.id}
        onLoad={() => {
          setText(comment.reply ?? '')
          setSeen(comment.reply)
        }}
      />
      <TemplateField
        office={comment.office_code}
        onChoose={template => {
          setText(text.trim() ? `${text.trim()}\n\n${template}` : template)
          area.current?.focus()
        }}
      />
      <ReplyField area={area} text={text} isEmpty={isEmpty} onChange={setText} />
      <Actions>
        <Button type="submit" isBusy={saving.isSaving}>
          {t('comments.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('parts.cancel')}
        </Button>
      </Actions>
    </form>
  )
}

/** In characters as people count them, as in the database. */
const lengthOf = (text: string) => [...text.trim()].length

type ReplyFieldProps = {
  area: RefObject<HTMLTextAreaElement | null>
  text: string
  isEmpty: boolean
  onChange: (text: string) => void
}

/** Takes the focus when it appears, and counts what is typed. */
function ReplyField({ area, text, isEmpty, onChange }: ReplyFieldProps) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const id = useId()
  const length = lengthOf(text)
  const focus = useCallback(
    (element: HTMLTextAreaElement | null) => {
      area.current = element
      element?.focus()
    },
    [area],
  )
  const error = isEmpty ? t('refusal.reply_missing') : length > LONGEST ? t('refusal.reply_too_long') : undefined
  return (
    <div className={formStyles.around}>
      <label htmlFor={id}>{t('comments.your_reply')}</label>
      <p id={`${id}-hint`} className={formStyles.hint}>
        {t('comments.reply_hint')}
      </p>
      {error && (
        <p id={`${id}-error`} className={formStyles.error} role="alert">
          {error}
        </p>
      )}
      <textarea
        ref={focus}
        id={id}
        rows={6}
        className={formStyles.field}
        value={text}
        aria-describedby={error ? `${id}-hint ${id}-error ${id}-count` : `${id}-hint ${id}-count`}
        aria-invalid={error ? true : undefined}
        onChange={event => onChange(event.target.value)}
      />
      <p id={`${id}-count`} className={formStyles.hint}>
        {t('comments.length', { n: format.count(length), most: format.count(LONGEST) })}
      </p>
    </div>
  )
}
