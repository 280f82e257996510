import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { AnswerChange, Improvement } from '../../data/good-practice'
import { fields } from '../../data/procedures'
import { ratesOf, shareOf, sortedChanges, yearBefore } from '../../lib/figures/improvement'
import { quarterOfDay } from '../../lib/figures/plan'
import { paths } from '../../paths'
import { PercentageBars } from '../../ui/charts/percentage-bars'
import { CopyButton } from '../../ui/forms/copy-button'
import pageStyles from '../shell/public-page.module.css'
import { copyText } from './copy-text'
import styles from './page.module.css'
import { usePracticeWords } from './words'

/** An office whose rate surely rose: by how much, where, what people answered otherwise, and what it says itself. */
export function ImprovementCard({ improvement }: { improvement: Improvement }) {
  const { t, format, officeOf, quarterOf, addressOf } = usePracticeWords()
  const { office_code: office, quarter, n_before: nBefore, n, satisfied_before, satisfied, text } = improvement
  const name = officeOf(office)
  const { before, after } = ratesOf(improvement)
  const title = t('improved', { quarter: quarterOf(quarter) })
  const change = t('change', { low: format.points(improvement.low), high: format.points(improvement.high) })
  const rates = [
    [quarterOf(yearBefore(quarter)), format.percent(before), format.count(nBefore)],
    [quarterOf(quarter), format.percent(after), format.count(n)],
  ].map(([period, rate, count]) => t('rate_line', { period, rate, n: count }))
  return (
    <article className={styles.example}>
      <h3 lang="vi">
        <Link to={paths.officeResults(office, quarterOfDay(quarter))}>{name}</Link>
      </h3>
      <p className={styles.when}>{title}</p>
      <PercentageBars
        caption={t('satisfied')}
        heads={[t('period'), t('share'), t('n')]}
        bars={[
          { key: 'before', name: quarterOf(yearBefore(quarter)), count: nBefore, share: before },
          { key: 'after', name: quarterOf(quarter), count: n, share: after },
        ]}
      />
      <p>
        {change}{' '}
        <small>{t('counts', { before: format.count(satisfied_before), after: format.count(satisfied) })}</small>
      </p>
      <Fields improvement={improvement} />
      <Answers answers={improvement.answers} />
      {text ? (
        <figure className={styles.said}>
          <figcaption>{t('note')}</figcaption>
          <blockquote lang="vi">{text}</blockquote>
        </figure>
      ) : (
        <p className={pageStyles.note}>{t('no_note')}</p>
      )}
      <p className={pageStyles.note}>
        {t('visits', {
          before: format.percent(shareOf(improvement.visits_before, nBefore)),
          after: format.percent(shareOf(improvement.visits, n)),
        })}
      </p>
      <CopyButton
        label={t('copy')}
        text={copyText([name, title, ...rates, change, text], t('source'), addressOf(office))}
      />
    </article>
  )
}

/** The fields in which it rose as surely. */
function Fields({ improvement }: { improvement: Improvement }) {
  const { t, format } = usePracticeWords()
  const { data: all } = useSuspenseQuery(fields)
  if (improvement.fields.length === 0) return null
  return (
    <div>
      <h4>{t('fields')}</h4>
      <ul className={styles.changes}>
        {improvement.fields.map(change => {
          const { before, after } = ratesOf(change)
          return (
            <li key={change.field}>
              <span lang="vi">{all.find(({ code }) => code === change.field)?.name ?? change.field}</span>{' '}
              <b>{t('from_to', { from: format.percent(before), to: format.percent(after) })}</b>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What people answered more or less often; what did not surely change is behind a disclosure. */
function Answers({ answers }: { answers: AnswerChange[] }) {
  const { t } = usePracticeWords()
  const { sure, others } = sortedChanges(answers)
  if (answers.length === 0) return <p className={pageStyles.note}>{t('no_answers')}</p>
  return (
    <div>
      <h4>{t('answers')}</h4>
      {sure.length > 0 ? <AnswerList answers={sure} /> : <p>{t('no_sure_answers')}</p>}
      {others.length > 0 && (
        <details className={pageStyles.more}>
          <summary>{t('other_answers', { n: others.length })}</summary>
          <AnswerList answers={others} />
        </details>
      )}
    </div>
  )
}

function AnswerList({ answers }: { answers: AnswerChange[] }) {
  const { t, format, answerOf, questionOf } = usePracticeWords()
  return (
    <ul className={styles.changes}>
      {answers.map(change => {
        const { question, answer, n_before, of_before, n, of } = change
        return (
          <li key={`${question} ${answer}`}>
            <span>
              {t('answer', { question: questionOf(question), answer: answerOf(change) })}{' '}
              <small>
                {t('answer_counts', {
                  before: format.count(n_before),
                  of_before: format.count(of_before),
                  after: format.count(n),
                  of_after: format.count(of),
                })}
              </small>
            </span>{' '}
            <b>
              {t('from_to', { from: format.percent(shareOf(n_before, of_before)), to: format.percent(shareOf(n, of)) })}
            </b>
          </li>
        )
      })}
    </ul>
  )
}
