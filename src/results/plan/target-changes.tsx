import { useTranslation } from 'react-i18next'
import type { PlanIndicator, PlanTargetChange } from '../../data/plan'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'
import { type Code, useGoalName, usePlanValue } from './words'

type Props = { changes: PlanTargetChange[]; indicators: PlanIndicator[]; quarter: string }

/** Every change of a target, the last decided first, those that were replaced before their day included. */
export function TargetChanges({ changes, indicators, quarter }: Props) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const { name } = useGoalName()
  const { targetOf } = usePlanValue()
  if (changes.length === 0) return null
  const written = (code: string, target: number) => {
    const indicator = indicators.find(one => one.code === code)
    return indicator ? targetOf({ ...indicator, target }) : format.count(target)
  }
  return (
    <Section heading={t('target_changes')} lead={t('target_changes_lead')} rows={changes.length}>
      <ol className={pageStyles.history}>
        {changes.toReversed().map(({ id, indicator_code, old_target, target, decided_on, valid_from, reason }) => (
          <li key={id}>
            <time dateTime={valid_from}>{format.day(valid_from)}</time>
            <div>
              {t('target_change', {
                name: name(indicator_code as Code, quarter),
                old: written(indicator_code, old_target),
                now: written(indicator_code, target),
              })}
              <p className={pageStyles.basis}>
                {t('target_decided', { day: format.day(decided_on) })} <span lang="vi">{reason}</span>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
