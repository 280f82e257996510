import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/use-formats'
import type { ShownRating } from '../outbox/outbox'
import { identifyingPart, MOST, NEARLY } from './comment'
import styles from './comment-step.module.css'
import text from './question-text.module.css'
import { useDraft } from './use-draft'

type Props = { rating: ShownRating; onSent: (sending: Promise<void>) => void }

export function CommentStep({ rating, onSent }: Props) {
  const { t } = useTranslation()
  const { count } = useFormats()
  const { draft, write, send } = useDraft(rating, onSent)
  const identifying = identifyingPart(draft)
  const left = MOST - draft.length

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
        maxLength={MOST}
        autoComplete="off"
        aria-describedby="comment-hint comment-fate"
        value={draft}
        onChange={event => write(event.target.value)}
        onBlur={send}
      />
      <p className={styles.count} aria-hidden="true">
        {t('rate.comment.count', { n: count(draft.length), most: count(MOST) })}
      </p>
      {/* Rounded, so that it is not said at every letter. */}
      <p className="vh" role="status">
        {draft.length >= NEARLY && t('rate.comment.left', { n: count(Math.ceil(left / 20) * 20) })}
      </p>
      <p className={styles.hint} id="comment-fate">
        {t('rate.comment.fate')}
      </p>
    </>
  )
}
