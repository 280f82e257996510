import { type ComponentProps, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button'
import { useInputModality } from '../forms/use-input-modality'
import { Icon } from '../icon'
import { Face, type FaceScore, scores } from './face'
import styles from './face-scale.module.css'

type Props = {
  question: ReactNode
  /** The answer given before, when it is being changed. */
  current?: FaceScore | undefined
  /** A choice by keyboard that was not sent, on the page that this one replaces. */
  begun?: { chosen: FaceScore | undefined; hasFocus: boolean } | undefined
  onAnswer: (score: FaceScore) => void
}

type RadioProps = Omit<ComponentProps<'input'>, 'type' | 'name' | 'value'>

/** Five radio buttons, worst first. Plain HTML, so that they also work on a page without scripts. */
export function FaceFields({
  question,
  word,
  radio,
}: {
  question: ReactNode
  word: (score: FaceScore) => ReactNode
  radio?: (score: FaceScore) => RadioProps
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{question}</legend>
      <div className={styles.options}>
        {scores.map(score => (
          <label key={score} className={styles.option}>
            <input {...radio?.(score)} type="radio" name="score" value={score} />
            <Face score={score} />
            <span className={styles.word}>{word(score)}</span>
            <span className={styles.ring}>
              <Icon name="check" />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A tap answers. By keyboard the arrows only choose, so a button appears that sends. */
export function FaceScale({ question, current, begun, onAnswer }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(begun?.chosen)
  const { isByKey, listeners } = useInputModality()

  return (
    <form
      {...listeners}
      onSubmit={event => {
        event.preventDefault()
        if (chosen) onAnswer(chosen)
      }}
    >
      <FaceFields
        question={question}
        word={score => t(`score.${score}`)}
        radio={score => ({
          defaultChecked: score === (begun?.chosen ?? current),
          // The page that this one replaces showed it already.
          autoFocus: begun?.hasFocus && score === (begun.chosen ?? 1),
          onClick: () => (isByKey() ? setChosen(score) : onAnswer(score)),
        })}
      />
      {chosen && (
        <div className={styles.send}>
          <Button type="submit">{t('rate.send')}</Button>
        </div>
      )}
    </form>
  )
}
