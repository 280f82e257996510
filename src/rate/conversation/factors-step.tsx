import { useTranslation } from 'react-i18next'
import { type Details, type Factor, factors } from '../../data/details'
import type { RatingTarget } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import { CheckboxChips } from '../../ui/forms/checkbox-chips'
import styles from './factors-step.module.css'
import text from './question-text.module.css'
import { type Group, groupsFor, type OnAnswer, otherGroup, withFactor } from './steps'

type Props = { score: Score; details: Details; place: RatingTarget | undefined; onAnswer: OnAnswer }

/** The factors of SIPAS, each praised or wished better. As much to tap for a good score as for a bad one. */
export function FactorsStep({ score, details, place, onAnswer }: Props) {
  const { t } = useTranslation()

  const toggle = (group: Group, factor: Factor, isTicked: boolean) => {
    const moves = isTicked && details[otherGroup(group)]?.includes(factor)
    const moved = { factor: t(`rate.factors.${factor}`), group: t(`rate.factors.${group}`) }
    onAnswer(withFactor(details, group, factor, isTicked), moves ? t('rate.factors.moved', moved) : undefined)
  }

  return (
    <>
      {place?.procedure && (
        <p className={text.filled}>
          {t('rate.procedure.filled_in')} <span lang="vi">{place.procedure.name}</span>
        </p>
      )}
      <h1 tabIndex={-1} aria-describedby="answered progress">
        {t('rate.factors.question')}
      </h1>
      <p className={text.optional}>{t('rate.optional')}</p>
      {groupsFor(score).map(group => (
        <fieldset key={group} className={text.group}>
          <legend>{t(`rate.factors.${group}`)}</legend>
          <CheckboxChips
            items={factors}
            chosen={details[group] ?? []}
            look={group === 'praised' ? 'praise' : 'wish'}
            onToggle={(factor, isTicked) => toggle(group, factor, isTicked)}
          >
            {factor => t(`rate.factors.${factor}`)}
          </CheckboxChips>
        </fieldset>
      ))}
      <details className={styles.meanings}>
        <summary>{t('rate.factors.meanings', { context: String(factors.length) })}</summary>
        <dl>
          {factors.map(factor => (
            <div key={factor}>
              <dt>{t(`rate.factors.${factor}`)}</dt>
              <dd>{t(`rate.factors.meaning.${factor}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
