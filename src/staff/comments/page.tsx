import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Comment, commentsOf, type DueOn, isMarkable, nominatedPraise, stateOf } from '../../data/comments'
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
import { MarkMany } from './mark-many'
import { CommentTemplates } from './templates'

export async function loader() {
  await Promise.all([
    queryClient.ensureQueryData(offices),
    queryClient.ensureQueryData(procedureNames),
    queryClient.ensureQueryData(settings),
    queryClient.ensureQueryData(holidays),
    queryClient.ensureQueryData(nominatedPraise),
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
        <CommentList
          // Another question, another choice.
          key={`${choice.office.code} ${filters.key}`}
          comments={found}
          page={page}
          dueOn={dueOn}
          procedureName={procedureName}
          mayAnswer={mayAnswer}
          one={filters.one}
        />
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

type ListProps = {
  comments: Comment[]
  page: number
  dueOn: DueOn
  procedureName: (code: string | null) => string
  mayAnswer: boolean
  /** The comment that the address names. */
  one: string
}

/** A page of the comments, and what can be done with many of them at once. */
function CommentList({ comments, page, dueOn, procedureName, mayAnswer, one }: ListProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (id: string, isChosen: boolean) => {
    const others = [...chosen].filter(other => other !== id)
    setChosen(new Set(isChosen ? [...others, id] : others))
  }
  const { data: nominated } = useSuspenseQuery(nominatedPraise)
  const mayMark = mayAnswer && comments.filter(isMarkable).length > 1
  return (
    <>
      {mayMark && <MarkMany comments={comments} chosen={chosen} onDone={() => setChosen(new Set())} />}
      <ul className={styles.list}>
        {comments.slice((page - 1) * PAGE, page * PAGE).map(comment => (
          <CommentCard
            key={`${comment.id} ${stateOf(comment, dueOn)}`}
            comment={comment}
            dueOn={dueOn}
            procedure={procedureName(comment.procedure_code)}
            mayAnswer={mayAnswer}
            isNominated={nominated.some(({ comment_id }) => comment_id === comment.id)}
            isReplyAsked={comment.id === one}
            isChosen={mayMark && isMarkable(comment) ? chosen.has(comment.id) : undefined}
            onChoose={isChosen => choose(comment.id, isChosen)}
          />
        ))}
      </ul>
    </>
  )
}
