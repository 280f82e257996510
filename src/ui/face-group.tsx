import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Face, type FaceScore, scores } from './face'
import styles from './face-group.module.css'
import { Icon } from './icon'
import { useTapOrKey } from './tap-or-key'

type Props = {
  question: ReactNode
  /** The answer given before, when it is being changed. */
  current?: FaceScore | undefined
  onAnswer: (score: FaceScore) => void
}

/**
 * Five radio buttons, worst first. A tap answers. By keyboard the arrows only choose, so a button appears that sends.
 */
export function FaceGroup({ question, current, onAnswer }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<FaceScore>()
  const { isByKey, listeners } = useTapOrKey()

  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (chosen) onAnswer(chosen)
      }}
    >
      <fieldset className={styles.group} {...listeners}>
        <legend>{question}</legend>
        <div className={styles.options}>
          {scores.map(score => (
            <label key={score} className={styles.option}>
              <input
                type="radio"
                name="score"
                value={score}
                defaultChecked={score === current}
                onClick={() => (isByKey() ? setChosen(score) : onAnswer(score))}
              />
              <Face score={score} />
              <span className={styles.word}>{t(`score.${score}`)}</span>
              <span className={styles.ring}>
                <Icon name="check" />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {chosen && (
        <div className={styles.send}>
          <Button type="submit">{t('rate.send')}</Button>
        </div>
      )}
    </form>
  )
}
