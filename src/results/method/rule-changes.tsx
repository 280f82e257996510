import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Json } from '../../data/database-types'
import { type RuleChange, ruleChanges } from '../../data/rule-changes'
import { settings } from '../../data/settings'
import { stateOfChange } from '../../lib/figures/rules'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'

/** Every change of the rules that figures are made by, the last one first, those that never came to hold included. */
export function RuleChanges() {
  const { t } = useTranslation('open-data')
  const format = useFormats()
  const { data: changes } = useSuspenseQuery(ruleChanges)
  const { data: rules } = useSuspenseQuery(settings)
  const shown = (key: string, value: Json) => {
    if (Array.isArray(value)) return value.join(', ')
    return key === 'target_percent' ? format.wholePercent(Number(value)) : String(value)
  }
  const what = ({ key, old_value, value }: RuleChange) =>
    t(`method.rule.${key as 'ladder'}`, { old: shown(key, old_value), new: shown(key, value) })
  const when = (change: RuleChange) =>
    t(`method.rule_${stateOfChange(change, changes, rules.last_release_on)}`, {
      decided: format.day(change.decided_on),
      valid: format.day(change.valid_from),
    })
  if (changes.length === 0) return <p className={pageStyles.prose}>{t('method.no_rules')}</p>
  return (
    <ol className={pageStyles.history}>
      {changes.toReversed().map(change => (
        <li key={change.position}>
          <time dateTime={change.valid_from}>{format.day(change.valid_from)}</time>
          <div>
            {what(change)}
            <p className={pageStyles.basis}>{when(change)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
