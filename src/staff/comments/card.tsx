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
import { CommentOriginal } from './original'
import { CommentReply } from './reply'

type Props = { comment: Comment; dueOn: DueOn; procedure: string; mayAnswer: boolean; isReplyAsked: boolean }

/** Due on, what was written, and what the office does with it. */
export function CommentCard({ comment, dueOn, procedure, mayAnswer, isReplyAsked }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { membership } = useStaff()
  const mayReply = mayAnswer && !comment.is_forgotten
  const [isReplying, setIsReplying] = useState(isReplyAsked && mayReply && comment.reply === null)
  const state = stateOf(comment, dueOn)
  const handling = useSaving(handleComment, t(comment.handled_at ? 'comments.opened_again' : 'comments.marked'))
  const handle = (handled: boolean) => handling.save({ id: comment.id, handled })
  return (
    <li className={state === 'overdue' ? `${styles.comment} ${styles.late}` : styles.comment}>
      <Due comment={comment} dueOn={dueOn} />
      <div className={styles.said}>
        <blockquote lang="vi">{comment.text}</blockquote>
        <Tags comment={comment} />
        <p className={styles.about}>
          {[procedure, t('comments.batch', { day: format.day(comment.released_on), n: comment.batch_number })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {comment.reply !== null && !isReplying && (
          <div className={styles.reply}>
            <p className={styles.about}>
              {t('comments.replied', {
                who: comment.replied_by ?? '',
                day: format.dayOf(Date.parse(comment.replied_at ?? '')),
              })}
            </p>
            <p>{comment.reply}</p>
          </div>
        )}
        {comment.reply === null && comment.handled_at && (
          <p className={styles.about}>
            {t('comments.handled_by', {
              who: comment.handled_by ?? '',
              day: format.dayOf(Date.parse(comment.handled_at)),
            })}
          </p>
        )}
        {state === 'forgotten' && mayAnswer && <p className={styles.about}>{t('comments.forgotten')}</p>}
        <SaveProblem saving={handling} />
        {isReplying && <CommentReply comment={comment} onClose={() => setIsReplying(false)} />}
        {!isReplying && (
          <Actions>
            {mayAnswer && (
              <>
                {mayReply && (
                  <Button look={comment.reply === null ? 'main' : 'quiet'} onClick={() => setIsReplying(true)}>
                    {t(comment.reply === null ? 'comments.reply' : 'comments.change_reply')}
                  </Button>
                )}
                {comment.reply === null && (
                  <Button look="quiet" aria-disabled={handling.isSaving} onClick={() => handle(!comment.handled_at)}>
                    {comment.handled_at ? (
                      <>
                        <Icon name="undo" /> {t('comments.open_again')}
                      </>
                    ) : (
                      t('comments.mark')
                    )}
                  </Button>
                )}
              </>
            )}
            {comment.is_masked && membership.role === 'auditor' && <CommentOriginal id={comment.id} />}
          </Actions>
        )}
      </div>
    </li>
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
      <span>{t('comments.due', { day: format.day(dueOn(comment)) })}</span>
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
