import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Comment, type DueOn, daysLeft, handleComment, stateOf } from '../../data/comments'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import { useStaff } from '../shell/membership'
import styles from './layout.module.css'
import { NominatePraise } from './nominate'
import { CommentOriginal } from './original'
import { CommentReply } from './reply'

type Props = {
  comment: Comment
  dueOn: DueOn
  procedure: string
  mayAnswer: boolean
  /** Whether it was proposed as praise. */
  isNominated: boolean
  isReplyAsked: boolean
  /** Whether it is among those to be marked together; undefined where it cannot be. */
  isChosen: boolean | undefined
  onChoose: (isChosen: boolean) => void
}

/** When an answer is due, what was written, and what the office does with it. */
export function CommentCard({
  comment,
  dueOn,
  procedure,
  mayAnswer,
  isNominated,
  isReplyAsked,
  isChosen,
  onChoose,
}: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const mayReply = mayAnswer && !comment.is_forgotten
  const [isReplying, setIsReplying] = useState(isReplyAsked && mayReply && comment.reply === null)
  const state = stateOf(comment, dueOn)
  const about = [procedure, t('comments.batch', { day: format.day(comment.released_on), n: comment.batch_number })]
  return (
    <li className={state === 'overdue' ? `${styles.comment} ${styles.late}` : styles.comment}>
      <div className={styles.head}>
        <Due comment={comment} dueOn={dueOn} />
        {isChosen !== undefined && (
          <label className={styles.choose}>
            <input type="checkbox" checked={isChosen} onChange={event => onChoose(event.target.checked)} />
            {t('comments.choose')}
          </label>
        )}
      </div>
      <div className={styles.content}>
        <blockquote lang="vi">{comment.text}</blockquote>
        <Tags comment={comment} />
        <p className={styles.about}>{about.filter(Boolean).join(' · ')}</p>
        {!(isReplying && comment.reply !== null) && <Answer comment={comment} />}
        {state === 'forgotten' && mayAnswer && <p className={styles.about}>{t('comments.forgotten')}</p>}
        {isReplying ? (
          <CommentReply comment={comment} onClose={() => setIsReplying(false)} />
        ) : (
          <CommentActions
            comment={comment}
            mayAnswer={mayAnswer}
            isNominated={isNominated}
            {...(mayReply && { onReply: () => setIsReplying(true) })}
          />
        )}
      </div>
    </li>
  )
}

/** The reply, or who marked the comment as handled without one. */
function Answer({ comment }: { comment: Comment }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const by = (who: string | null, at: string | null) => ({ who: who ?? '', day: format.dayOf(Date.parse(at ?? '')) })
  if (comment.reply !== null) {
    return (
      <div className={styles.reply}>
        <p className={styles.about}>{t('comments.replied', by(comment.replied_by, comment.replied_at))}</p>
        <p>{comment.reply}</p>
      </div>
    )
  }
  if (!comment.handled_at) return null
  return <p className={styles.about}>{t('comments.handled_by', by(comment.handled_by, comment.handled_at))}</p>
}

function CommentActions({
  comment,
  mayAnswer,
  isNominated,
  onReply,
}: Pick<Props, 'comment' | 'mayAnswer' | 'isNominated'> & { onReply?: () => void }) {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const isHandled = comment.handled_at !== null
  const handling = useSaving(handleComment, t(isHandled ? 'comments.opened_again' : 'comments.marked'))
  return (
    <>
      <SaveProblem saving={handling} />
      <Actions>
        {onReply && (
          <Button look={comment.reply === null ? 'main' : 'quiet'} onClick={onReply}>
            {t(comment.reply === null ? 'comments.reply' : 'comments.change_reply')}
          </Button>
        )}
        {mayAnswer && comment.reply === null && (
          <Button
            look="quiet"
            isBusy={handling.isSaving}
            onClick={() => handling.save({ id: comment.id, handled: !isHandled })}
          >
            {isHandled && <Icon name="undo" />} {t(isHandled ? 'comments.open_again' : 'comments.mark')}
          </Button>
        )}
        {may('nominate_praise') && (!comment.asks || comment.praised.length > 0) && (
          <NominatePraise id={comment.id} isNominated={isNominated} />
        )}
        {comment.is_masked && may('read_original_comments') && <CommentOriginal id={comment.id} />}
      </Actions>
    </>
  )
}

function Due({ comment, dueOn }: { comment: Comment; dueOn: DueOn }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const state = stateOf(comment, dueOn)
  const left = daysLeft(comment, dueOn)
  const word =
    state === 'overdue'
      ? t('comments.late_by', { n: -left })
      : state === 'open'
        ? left === 0
          ? t('comments.due_today')
          : t('comments.left', { n: left })
        : t(`comments.state.${state}`)
  return (
    <div className={styles.due}>
      <b>{word}</b>
      {state !== 'praise' && <span>{t('comments.due', { day: format.day(dueOn(comment)) })}</span>}
    </div>
  )
}

function Tags({ comment: { praised, improve } }: { comment: Comment }) {
  const { t } = useTranslation()
  const names = (list: string[]) => list.map(one => t(`rate.factors.${one}` as 'rate.factors.access')).join(', ')
  if (praised.length + improve.length === 0) return null
  return (
    <ul className={styles.tags}>
      {improve.length > 0 && (
        <li className={styles.improve}>
          {t('rate.factors.improve')}: {names(improve)}
        </li>
      )}
      {praised.length > 0 && (
        <li>
          {t('rate.factors.praised')}: {names(praised)}
        </li>
      )}
    </ul>
  )
}
