import { type ChoiceQuestion, type Details, detailChoices, type Factor, factors } from '../../data/details'
import type { RatingDraft, Step } from '../outbox/storage/store'
import { type QuestionStep, questions } from '../shell/questions'

/** The steps with several questions of one answer each. */
export const choiceSteps = {
  result: ['outcome', 'timeliness'],
  effort: ['trips', 'agencies', 'money'],
  person: ['filled_by', 'applicant'],
} as const satisfies { [Step in QuestionStep]?: readonly ChoiceQuestion[] }
export type ChoiceStep = keyof typeof choiceSteps

export type Group = 'praised' | 'improve'

/** Stores an answer and announces it; `text` replaces the usual "saved". */
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

/** After a low score the wishes come first; both groups are shown for every score. */
export const groupsFor = (score: number): Group[] => (score <= 2 ? ['improve', 'praised'] : ['praised', 'improve'])

export const otherGroup = (group: Group): Group => (group === 'praised' ? 'improve' : 'praised')

/**
 * The changed groups when a factor is ticked or unticked in one: it is in one group at most, so ticking it removes it
 * from the other. In the official order; null is an empty group.
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
