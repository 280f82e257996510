import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_COMMENT } from '../../data/details'
import { fitText, lengthOf } from '../../lib/text/fit-text'
import { useFormats } from '../../ui/use-formats'
import type { ShownRating } from '../outbox/outbox'
import { identifyingPart, NEARLY } from './comment'
import styles from './comment-step.module.css'
import text from './question-text.module.css'
import { useDraft } from './use-draft'

type Props = { rating: ShownRating; onSent: (sending: Promise<void>) => void }

export function CommentStep({ rating, onSent }: Props) {
  const { t } = useTranslation()
  const { count } = useFormats()
  const { draft, write, send } = useDraft(rating, onSent)
  const identifying = identifyingPart(draft)
  const length = lengthOf(draft)
  const fitting = useRef(draft)

  /** Takes what fits. A keyboard that is still composing a word is left alone: it would begin the word again. */
  const fit = (field: HTMLTextAreaElement, isComposing: boolean) => {
    const { text, caret } = isComposing
      ? { text: field.value, caret: undefined }
      : fitText(fitting.current, field.value, LONGEST_COMMENT)
    if (!isComposing) fitting.current = text
    if (caret !== undefined) {
      field.value = text
      field.setSelectionRange(caret, caret)
    }
    write(text)
  }

  return (
    <>
      <h1 tabIndex={-1} aria-describedby="progress">
        <label htmlFor="comment">{t('rate.comment.question')}</label>
      </h1>
      <p className={text.optional}>{t('rate.optional')}</p>
      {/* Above the field: below it a phone has its keyboard. */}
      <p className={identifying ? styles.warning : styles.hint} id="comment-hint" role="status">
        {t(`rate.comment.${identifying ?? 'no_names'}`)}
      </p>
      <textarea
        id="comment"
        className={styles.comment}
        rows={4}
        autoComplete="off"
        aria-describedby="comment-hint comment-fate"
        value={draft}
        onChange={({ target, nativeEvent }) => fit(target, (nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={event => fit(event.currentTarget, false)}
        onBlur={send}
      />
      <p className={styles.count} aria-hidden="true">
        {t('rate.comment.count', { n: count(length), most: count(LONGEST_COMMENT) })}
      </p>
      {/* Rounded, so that it is not said at every letter. */}
      <p className="vh" role="status">
        {length >= NEARLY && t('rate.comment.left', { n: count(Math.ceil((LONGEST_COMMENT - length) / 20) * 20) })}
      </p>
      <p className={styles.hint} id="comment-fate">
        {t('rate.comment.fate')}
      </p>
    </>
  )
}
