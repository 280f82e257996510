import { outbox } from '../outbox/page-outbox'
import { isQuestion } from '../outbox/store'
import type { StepProps } from '../shell/step'
import { LateStep } from './late-step'
import { QuestionSteps } from './question-steps'
import { RefusedStep } from './refused-step'
import { ThanksStep } from './thanks-step'
import { WithdrawnStep } from './withdrawn-step'

/** What a rating shows after its first question: a further question, or how it ended. */
export function StepView({ step, visit, place, onChange }: StepProps) {
  if (isQuestion(step)) {
    return <QuestionSteps key={visit.receipt} visit={visit} question={step} place={place} onChange={onChange} />
  }
  if (step === 'late') return <LateStep visit={visit} />
  if (step === 'thanks') return <ThanksStep visit={visit} place={place} onChange={onChange} />
  if (step === 'withdrawn') return <WithdrawnStep visit={visit} place={place} />
  if (step === 'refused') return <RefusedStep visit={visit} onAgain={() => outbox.forget(visit.receipt)} />
  return null
}
