import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Comment } from '../../data/comments'
import { offices } from '../../data/offices'
import { oldestComments, type StaffHome } from '../../data/staff-home'
import { daysBetween, localDay } from '../../lib/dates/day'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { useFormats } from '../../ui/use-formats'
import { useStaff } from '../shell/membership'
import { Due, SOON } from './due'
import styles from './page.module.css'
import { Task, Tasks } from './task'

const SHOWN = 5

/** Comments that wait for an answer, by the day on which it is due. */
export function CommentsDue({ comments }: { comments: StaffHome['comments'] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: oldest } = useSuspenseQuery(oldestComments(SHOWN))
  if (comments.open === 0) return null
  const dueOn = new Map(comments.due.map(({ released_on, due_on }) => [released_on, due_on]))
  return (
    <Tasks
      title={t('home.comments')}
      count={t(comments.overdue > 0 ? 'home.comments_late' : 'home.comments_open', {
        n: format.count(comments.open),
        late: format.count(comments.overdue),
      })}
    >
      {oldest.map(comment => (
        <CommentTask key={comment.id} comment={comment} due={dueOn.get(comment.released_on)} />
      ))}
      {comments.open > oldest.length && (
        <li className={styles.more}>
          <ButtonLink look="quiet" to={paths.staff.comments()}>
            {t('home.all_comments', { n: format.count(comments.open) })}
          </ButtonLink>
        </li>
      )}
    </Tasks>
  )
}

function CommentTask({ comment, due }: { comment: Comment; due: string | undefined }) {
  const { id, text, improve, praised, released_on, office_code } = comment
  const { t } = useTranslation('staff')
  const { t: tPublic } = useTranslation()
  const format = useFormats()
  const { membership, may } = useStaff()
  const { data: places } = useSuspenseQuery(offices)
  const left = due ? daysBetween(localDay(), due) : 0
  const isOwn = office_code === membership.office
  const office = isOwn ? undefined : places.find(({ code }) => code === office_code)?.name
  const factors = [...improve, ...praised].map(name => tPublic(`rate.factors.${name}` as 'rate.factors.staff'))
  return (
    <Task
      isLate={left < 0}
      due={due && <Due day={due} left={left} />}
      what={
        <span className={styles.excerpt} lang="vi">
          {text}
        </span>
      }
      why={[office, ...factors, t('home.released', { day: format.day(released_on) })].filter(Boolean).join(' · ')}
      action={
        <ButtonLink
          look={left < SOON ? 'main' : 'quiet'}
          to={paths.staff.comments({ office: office_code, comment: id })}
        >
          {t(may('reply_to_comments') ? 'home.answer' : 'home.read')}
        </ButtonLink>
      }
    />
  )
}
