import { useTranslation } from 'react-i18next'
import type { PlanIndicator } from '../../data/plan'
import type words from '../../i18n/vi/plan.json'
import { type PlanFigure, shownPercent } from '../../lib/figures/plan'
import { useFormats } from '../../ui/use-formats'

export type Code = keyof typeof words.indicator

/** The last year in which the levels of online services were numbered; afterwards they are partial and full. */
const NUMBERED_UNTIL = 2021

/** What a target is called, in the words of its time. */
export function useGoalName() {
  const { t, i18n } = useTranslation('plan')
  const isOld = (quarter: string) => Number(quarter.slice(0, 4)) <= NUMBERED_UNTIL
  const hasOldWords = (code: string) => i18n.exists(`then.${code}`, { ns: 'plan' })
  return {
    name: (code: Code, quarter: string) =>
      isOld(quarter) && hasOldWords(code) ? t(`then.${code as 'online-level'}`) : t(`indicator.${code}`),
    /** The plan's own words, beside those of today where they differ. */
    planWords: ({ code, name }: PlanIndicator, quarter: string) =>
      !isOld(quarter) && hasOldWords(code) ? t('words_of_plan', { name }) : undefined,
  }
}

/** A value and a target as they are written. */
export function usePlanValue() {
  const { t } = useTranslation('plan')
  const format = useFormats()
  return {
    valueText: (figure: PlanFigure) =>
      figure.source === 'par_index'
        ? t('rank', { rank: format.count(figure.value) })
        : format.percent(shownPercent(figure)),
    targetOf: ({ unit, operator, target }: PlanIndicator) =>
      unit === 'rank'
        ? t('target.rank', { target: format.count(target) })
        : target === 100
          ? format.wholePercent(target)
          : t(operator === '>' ? 'target.above' : 'target.at_least', { target: format.wholePercent(target) }),
  }
}
