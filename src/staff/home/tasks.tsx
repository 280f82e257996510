import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { settings } from '../../data/settings'
import { oldestComments, type StaffHome } from '../../data/staff-home'
import { daysBetween, localDay } from '../../lib/dates/day'
import { roundPercent } from '../../lib/figures/figure'
import { plotScale } from '../../lib/figures/plot-scale'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { Axis, gridClass, Interval, scaleStyle } from '../../ui/charts/interval'
import { VerdictIcon } from '../../ui/charts/verdict'
import { useFormats } from '../../ui/use-formats'
import { useStaff } from '../shell/membership'
import styles from './page.module.css'
import { Task, Tasks } from './task'

const SHOWN = 5
/** An answer that is due in so many days is pressing. */
const SOON = 2

const daysUntil = (day: string) => daysBetween(localDay(), day)

/** Comments that wait for an answer, by the day on which it is due. */
export function CommentsDue({ comments }: { comments: StaffHome['comments'] }) {
  const { t } = useTranslation('staff')
  const { t: publicWord } = useTranslation()
  const format = useFormats()
  const { membership } = useStaff()
  const { data: places } = useSuspenseQuery(offices)
  const { data: oldest } = useSuspenseQuery(oldestComments(SHOWN))
  if (comments.open === 0) return null
  const dueOn = new Map(comments.due.map(({ released_on, due_on }) => [released_on, due_on]))
  const factor = (name: string) => publicWord(`rate.factors.${name}` as 'rate.factors.staff')
  return (
    <Tasks
      title={t('home.comments')}
      count={t(comments.overdue > 0 ? 'home.comments_late' : 'home.comments_open', {
        n: format.count(comments.open),
        late: format.count(comments.overdue),
      })}
    >
      {oldest.map(({ id, text, improve, praised, released_on, office_code }) => {
        const due = dueOn.get(released_on)
        const left = due ? daysUntil(due) : 0
        const office =
          office_code === membership.office ? undefined : places.find(({ code }) => code === office_code)?.name
        return (
          <Task
            key={id}
            isLate={left < 0}
            due={
              due && (
                <>
                  <span className={left < SOON ? styles.pressing : undefined}>
                    {left < 0
                      ? t('home.late', { count: -left, n: -left })
                      : left === 0
                        ? t('home.today')
                        : t('home.left', { count: left, n: left })}
                  </span>{' '}
                  <small>{t('home.due', { day: format.day(due) })}</small>
                </>
              )
            }
            what={
              <span className={styles.excerpt} lang="vi">
                {text}
              </span>
            }
            why={[office, ...[...improve, ...praised].map(factor), t('home.released', { day: format.day(released_on) })]
              .filter(Boolean)
              .join(' · ')}
            action={
              <ButtonLink
                look={left < SOON ? 'main' : 'quiet'}
                to={paths.staff.comments({ office: office_code, comment: id })}
              >
                {t(membership.role === 'auditor' ? 'home.read' : 'home.answer')}
              </ButtonLink>
            }
          />
        )
      })}
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

export function QuietCounters({ counters }: { counters: StaffHome['quiet_counters'] }) {
  const { t } = useTranslation('staff')
  const { data: rules } = useSuspenseQuery(settings)
  if (counters.length === 0) return null
  return (
    <Tasks
      title={t('home.quiet')}
      count={t('home.counters', { n: counters.length })}
      note={t('home.quiet_note', { n: rules.min_batch })}
    >
      {counters.map(counter => (
        <CounterTask key={counter.code} counter={counter}>
          <ButtonLink look="quiet" to={paths.staffOffice.posters(counter.office_code, counter.code)}>
            {t('home.print_again')}
          </ButtonLink>
        </CounterTask>
      ))}
    </Tasks>
  )
}

type Counter = StaffHome['quiet_counters'][number]

/** One counter by its code, name and office, and what to do about it. */
function CounterTask({ counter: { code, name, office }, children }: { counter: Counter; children: ReactNode }) {
  return (
    <Task
      due={<code>{code}</code>}
      what={<span lang="vi">{name}</span>}
      why={<span lang="vi">{office}</span>}
      action={children}
    />
  )
}

export function SilentKiosks({ counters }: { counters: StaffHome['silent_kiosks'] }) {
  const { t } = useTranslation('staff')
  if (counters.length === 0) return null
  return (
    <Tasks title={t('home.silent')} count={t('home.kiosks', { n: counters.length })} note={t('home.silent_note')}>
      {counters.map(counter => (
        <CounterTask key={counter.code} counter={counter}>
          <ButtonLink look="quiet" to={paths.staffOffice.counter(counter.office_code, counter.code)}>
            {t('home.see_kiosk')}
          </ButtonLink>
        </CounterTask>
      ))}
    </Tasks>
  )
}

export function Unreported({ unreported }: { unreported: StaffHome['unreported'] }) {
  const { t } = useTranslation('staff')
  const { t: publicWord } = useTranslation()
  const { membership } = useStaff()
  if (unreported.offices.length === 0) return null
  const [year = '', month = ''] = unreported.month.split('-')
  const named = publicWord('figure.month', { month: Number(month), year })
  return (
    <Tasks title={t('home.unreported', { month: named })} count={t('home.offices', { n: unreported.offices.length })}>
      {unreported.offices.map(({ code, name }) => (
        <Task
          key={code}
          due={named}
          what={<span lang="vi">{name}</span>}
          why={t('home.unreported_why')}
          action={
            membership.role !== 'auditor' && (
              <ButtonLink look="quiet" to={paths.staff.handled()}>
                {t('home.report')}
              </ButtonLink>
            )
          }
        />
      ))}
    </Tasks>
  )
}

type Below = { figures: StaffHome['below_target']; quarter: StaffHome['quarter'] }

export function BelowTarget({ figures, quarter }: Below) {
  const { t } = useTranslation('staff')
  const { t: publicWord } = useTranslation()
  const format = useFormats()
  const { data: rules } = useSuspenseQuery(settings)
  const target = rules.target_percent
  if (figures.length === 0) return null
  const [year = '', first = ''] = quarter[0].split('-')
  const named = publicWord('figure.quarter', { quarter: format.quarter(Math.ceil(Number(first) / 3)), year })
  return (
    <Tasks
      title={t('home.below', { target: format.wholePercent(target) })}
      count={t('home.published', { period: named })}
    >
      {figures.map(figure => {
        const scale = plotScale([figure], target)
        const round = (share: number) => roundPercent(share, target)
        return (
          <Task
            key={`${figure.kind} ${figure.key}`}
            due={
              <>
                <span className={`${styles.pressing} ${styles.rate}`}>
                  <VerdictIcon verdict="not_met" />
                  {format.percent(round(figure.rate))}
                </span>{' '}
                <small>{publicWord('figure.ratings', { n: format.count(figure.n) })}</small>
              </>
            }
            what={<span lang="vi">{figure.label}</span>}
            why={publicWord('figure.interval_sentence', {
              interval: format.interval(round(figure.low), round(figure.high)),
            })}
            action={
              <ButtonLink
                look="quiet"
                to={figure.kind === 'office' ? paths.officeResults(figure.key) : paths.procedureResults(figure.key)}
              >
                {t('home.see_why')}
                <span className="vh"> {figure.label}</span>
              </ButtonLink>
            }
          >
            <div style={scaleStyle(scale, target)}>
              <div className={`${gridClass} ${styles.band}`}>
                <Interval
                  figure={{ ...figure, satisfied: 0, verdict: 'not_met' } as Parameters<typeof Interval>[0]['figure']}
                  scale={scale}
                />
              </div>
              <Axis scale={scale} target={target} />
            </div>
          </Task>
        )
      })}
    </Tasks>
  )
}
