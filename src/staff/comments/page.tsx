import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { commentsOf, type DueOn, stateOf } from '../../data/comments'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { holidays } from '../../data/settings-admin'
import { answerDue } from '../../lib/dates/working-days'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { Empty } from '../../ui/messages/empty'
import { Pagination } from '../../ui/tables/pagination'
import { useFormats } from '../../ui/use-formats'
import { useOfficePicker } from '../shared/office-picker'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { CommentCard } from './card'
import { CommentExport } from './export'
import { CommentFilters, useCommentFilters } from './filters'
import styles from './layout.module.css'
import { CommentTemplates } from './templates'

export async function loader() {
  await Promise.all([
    queryClient.ensureQueryData(offices),
    queryClient.ensureQueryData(procedureNames),
    queryClient.ensureQueryData(settings),
    queryClient.ensureQueryData(holidays),
  ])
  return null
}

const PAGE = 20

/** What people wrote, batch by batch, and what the office answers. */
export function Component() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { may } = useStaff()
  const choice = useOfficePicker()
  const { data: rules } = useSuspenseQuery(settings)
  const { data: comments } = useSuspenseQuery(commentsOf(choice.office.code))
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const { data: off } = useSuspenseQuery(holidays)
  const dueOn: DueOn = ({ released_on }) => answerDue(released_on, rules.answer_days, off)
  const filters = useCommentFilters()
  const found = filters.found(comments, dueOn)
  const last = Math.max(1, Math.ceil(found.length / PAGE))
  const page = Math.min(filters.page, last)
  const procedureName = (code: string | null) => procedures.find(one => one.code === code)?.name ?? code ?? ''
  const mayAnswer = may('reply_to_comments')
  return (
    <StaffPage title={t('comments.title')} lead={t('comments.lead', { n: rules.answer_days })}>
      <CommentFilters filters={filters} choice={choice} comments={comments} procedureName={procedureName} />
      <Section heading={t('comments.count', { n: format.count(found.length) })}>
        {comments.length === 0 ? (
          <Empty title={t('comments.none')}>{t('comments.none_why')}</Empty>
        ) : (
          found.length === 0 && (
            <p>{t(filters.state === 'waiting' && !filters.one ? 'comments.all_done' : 'parts.nothing_found')}</p>
          )
        )}
        <ul className={styles.list}>
          {found.slice((page - 1) * PAGE, page * PAGE).map(comment => (
            <CommentCard
              key={`${comment.id} ${stateOf(comment, dueOn)}`}
              comment={comment}
              dueOn={dueOn}
              procedure={procedureName(comment.procedure_code)}
              mayAnswer={mayAnswer}
              isReplyAsked={comment.id === filters.one}
            />
          ))}
        </ul>
        {filters.one && (
          <Actions>
            <ButtonLink look="quiet" to={paths.staff.comments({ office: choice.office.code })}>
              {t('comments.see_all')}
            </ButtonLink>
          </Actions>
        )}
        <Pagination page={page} last={last} onPage={next => filters.change('page', String(next))} />
        {found.length > 0 && <CommentExport comments={found} dueOn={dueOn} procedureName={procedureName} />}
      </Section>
      <Banner look="done" icon="lock">
        <p>{t('comments.why')}</p>
      </Banner>
      {mayAnswer && <CommentTemplates office={choice.office.code} />}
    </StaffPage>
  )
}
