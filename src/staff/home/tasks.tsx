import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { settings } from '../../data/settings'
import type { StaffHome } from '../../data/staff-home'
import { roundPercent } from '../../lib/figures/figure'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { VerdictIcon } from '../../ui/charts/verdict'
import { useFormats } from '../../ui/use-formats'
import { useStaff } from '../shell/membership'
import styles from './page.module.css'
import { Plot } from './plot'
import { Task, Tasks } from './task'

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
  const { t: tPublic } = useTranslation()
  const format = useFormats()
  const { may } = useStaff()
  if (unreported.offices.length === 0) return null
  const named = tPublic('figure.month', { month: format.month(unreported.month) })
  return (
    <Tasks title={t('home.unreported', { month: named })} count={t('home.offices', { n: unreported.offices.length })}>
      {unreported.offices.map(({ code, name }) => (
        <Task
          key={code}
          due={named}
          what={<span lang="vi">{name}</span>}
          why={t('home.unreported_why')}
          action={
            may('report_handled_dossiers') && (
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
  const { t: tPublic } = useTranslation()
  const format = useFormats()
  // They share their quarter, and its target.
  const [first] = figures
  if (!first) return null
  const target = first.target_percent
  const [year = '', month = ''] = quarter[0].split('-')
  const number = Math.ceil(Number(month) / 3)
  const named = tPublic('figure.quarter', { quarter: format.quarter(number), year })
  const period = `${year}-Q${number}`
  return (
    <Tasks
      title={t('home.below', { target: format.wholePercent(target) })}
      count={t('home.published', { period: named })}
    >
      {figures.map(figure => {
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
                <small>{tPublic('figure.ratings', { n: format.count(figure.n) })}</small>
              </>
            }
            what={<span lang="vi">{figure.label}</span>}
            why={tPublic('figure.interval_sentence', {
              interval: format.interval(round(figure.low), round(figure.high)),
            })}
            action={
              <ButtonLink
                look="quiet"
                to={(figure.kind === 'office' ? paths.officeResults : paths.procedureResults)(figure.key, period)}
              >
                {t('home.see_why')}
                <span className="vh"> {figure.label}</span>
              </ButtonLink>
            }
          >
            <Plot figure={{ ...figure, satisfied: 0, verdict: 'not_met' }} target={target} />
          </Task>
        )
      })}
    </Tasks>
  )
}
