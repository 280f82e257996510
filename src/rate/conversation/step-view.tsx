import { forget } from '../outbox/known-rating'
import { outbox } from '../outbox/page-outbox'
import { isQuestion } from '../shell/questions'
import type { StepViewProps } from '../shell/step'
import { LateStep, RefusedStep, ReturnedStep, WithdrawnStep } from './end-steps'
import { QuestionSteps } from './question-steps'
import { ThanksStep } from './thanks-step'

/** Shows a rating after its first question: a further question, or how it ended. */
export function StepView({ step, rating, place, onChange, onReceipt }: StepViewProps) {
  if (isQuestion(step)) {
    return <QuestionSteps key={rating.receipt} rating={rating} question={step} place={place} onChange={onChange} />
  }
  if (step === 'returned') return <ReturnedStep rating={rating} onChange={onChange} onReceipt={onReceipt} />
  if (step === 'late') return <LateStep rating={rating} />
  if (step === 'thanks') return <ThanksStep rating={rating} place={place} onChange={onChange} />
  if (step === 'withdrawn') return <WithdrawnStep rating={rating} place={place} />
  if (step === 'refused') return <RefusedStep rating={rating} onAgain={() => forget(outbox, rating.receipt)} />
  return null
}
