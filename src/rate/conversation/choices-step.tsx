import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChoiceQuestion, Details } from '../../data/details'
import { RadioList } from '../../ui/forms/radio-list'
import { SegmentedControl } from '../../ui/forms/segmented-control'
import text from './question-text.module.css'
import { answersTo, type ChoiceStep, choiceSteps, type OnAnswer } from './steps'

/** Questions whose answers are so short that they fit side by side. */
const sideBySide: readonly ChoiceQuestion[] = ['trips', 'agencies', 'money', 'applicant']

type Props = { page: ChoiceStep; details: Details; onAnswer: OnAnswer }

/** A page of two or three questions with one answer each. Nothing is chosen beforehand. */
export function ChoicesStep({ page, details, onAnswer }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <h1 tabIndex={-1} aria-describedby="progress">
        {t(`rate.${page}.title`)}
      </h1>
      <p className={text.optional}>{t('rate.optional')}</p>
      {choiceSteps[page].map(choice => (
        <OneAnswer
          key={choice}
          choice={choice}
          chosen={details[choice] ?? null}
          onAnswer={answer => onAnswer({ [choice]: answer })}
        />
      ))}
    </>
  )
}

type OneProps = { choice: ChoiceQuestion; chosen: string | null; onAnswer: (answer: string | null) => void }

function OneAnswer({ choice, chosen, onAnswer }: OneProps) {
  const { t } = useTranslation()
  const group = useRef<HTMLFieldSetElement>(null)
  const takeBack = () => {
    // The button disappears, so the keyboard's focus moves to the group.
    group.current?.querySelector<HTMLElement>(':checked')?.focus()
    onAnswer(null)
  }
  const items = answersTo(choice)
  const word = (answer: string) => t(`rate.${choice}.${answer}` as 'rate.money.no')

  return (
    <fieldset ref={group} className={text.group}>
      <legend>{t(`rate.${choice}.question`)}</legend>
      {sideBySide.includes(choice) ? (
        <SegmentedControl name={choice} items={items} chosen={chosen} onChoose={onAnswer}>
          {word}
        </SegmentedControl>
      ) : (
        <RadioList name={choice} items={[...items]} keyOf={answer => answer} chosen={chosen} onChoose={onAnswer}>
          {word}
        </RadioList>
      )}
      {/* It keeps its place, so that the next question does not move under the thumb. */}
      <button type="button" className={text.word} hidden={!chosen} onClick={takeBack}>
        {t('rate.take_back')}
      </button>
    </fieldset>
  )
}
