import { type ChoiceQuestion, type Details, detailChoices, type Factor, factors } from '../../data/details'
import { type QuestionStep, questions, type RatingDraft, type Step } from '../outbox/store'

/** The questions with one answer that stand on one page. */
export const choiceSteps = {
  result: ['outcome', 'timeliness'],
  effort: ['trips', 'agencies', 'money'],
  person: ['filled_by', 'applicant'],
} as const satisfies { [Step in QuestionStep]?: readonly ChoiceQuestion[] }
export type ChoiceStep = keyof typeof choiceSteps

export type Group = 'praised' | 'improve'

/** Keeps an answer, and announces it: `text` when there is more to say than that it is saved. */
export type OnAnswer = (answer: Details, text?: string) => void

export const following = (question: QuestionStep): Step => questions[questions.indexOf(question) + 1] ?? 'thanks'
export const preceding = (question: QuestionStep) => questions[questions.indexOf(question) - 1]

type Answers = Pick<RatingDraft, 'procedure' | 'details'>

/** A page with several questions is answered when each of them is. */
function isAnswered({ procedure, details }: Answers, question: QuestionStep) {
  if (question === 'procedure') return procedure !== null
  if (question === 'factors') return Boolean(details.praised?.length || details.improve?.length)
  if (question === 'comment') return Boolean(details.comment)
  return choiceSteps[question].every(choice => details[choice])
}

export const firstUnanswered = (rating: Answers) => questions.find(question => !isAnswered(rating, question))

/** Who was not satisfied is asked first for what should be better; both groups stand there for every score. */
export const groupsFor = (score: number): Group[] => (score <= 2 ? ['improve', 'praised'] : ['praised', 'improve'])

export const otherGroup = (group: Group): Group => (group === 'praised' ? 'improve' : 'praised')

/**
 * What changes when a factor is ticked in a group, or no longer: it is in one group at most, so ticking it in one takes
 * it out of the other. The official order; null is none.
 */
export function withFactor(details: Details, group: Group, factor: Factor, isTicked: boolean): Details {
  const other = otherGroup(group)
  const changed = (of: Group, isIn: boolean) => {
    const left = factors.filter(one => (one === factor ? isIn : details[of]?.includes(one)))
    return left.length ? left : null
  }
  const moves = isTicked && details[other]?.includes(factor)
  return { [group]: changed(group, isTicked), ...(moves && { [other]: changed(other, false) }) }
}

export const answersTo = (choice: ChoiceQuestion): readonly string[] => detailChoices[choice]
