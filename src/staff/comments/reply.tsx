import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Comment, replyTemplates, replyToComment } from '../../data/comments'
import { Button } from '../../ui/button'
import { Actions, SelectField } from '../../ui/forms/form-field'
import formStyles from '../../ui/forms/form-field.module.css'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import styles from './layout.module.css'

const LONGEST = 4000

/** A reply, or a correction of one. It reaches the receipt of whoever wrote; the office never learns who that is. */
export function CommentReply({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(comment.reply ?? '')
  // What stood there when the form was opened: whoever answers at the same time is not overwritten unseen.
  const [seen, setSeen] = useState(comment.reply)
  const [isEmpty, setIsEmpty] = useState(false)
  const { data: templates = [] } = useQuery(replyTemplates(comment.office_code))
  const saving = useSaving(replyToComment, t('comments.reply_sent'))
  const length = [...text.trim()].length

  useEffect(() => area.current?.focus(), [])

  const send = async () => {
    setIsEmpty(length === 0)
    if (length === 0 || length > LONGEST) return area.current?.focus()
    if (!saving.isSaving && (await saving.save({ id: comment.id, text, seen }))) onClose()
  }
  const error = isEmpty ? t('refusal.reply_missing') : length > LONGEST ? t('refusal.reply_too_long') : undefined
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
      {templates.length > 0 && (
        <SelectField
          label={t('comments.template')}
          value=""
          onChange={event => {
            const chosen = templates.find(({ name }) => name === event.target.value)
            if (chosen) setText(text.trim() ? `${text.trim()}\n\n${chosen.text}` : chosen.text)
            area.current?.focus()
          }}
        >
          <option value="">{t('comments.choose_template')}</option>
          {templates.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
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
          ref={area}
          id={id}
          rows={6}
          className={formStyles.field}
          value={text}
          aria-describedby={error ? `${id}-hint ${id}-error ${id}-count` : `${id}-hint ${id}-count`}
          aria-invalid={error ? true : undefined}
          onChange={event => setText(event.target.value)}
        />
        <p id={`${id}-count`} className={formStyles.hint}>
          {t('comments.length', { n: format.count(length), most: format.count(LONGEST) })}
        </p>
      </div>
      <Actions>
        <Button type="submit" aria-disabled={saving.isSaving}>
          {t('comments.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('parts.cancel')}
        </Button>
      </Actions>
    </form>
  )
}
