// What the database asks of a petition, repeated so that somebody hears it before sending. Each answer is the key of a
// refusal.

import { cleanText } from '../../lib/text/clean-text'
import type { Draft } from '../shell/draft'

export const MOST_LETTERS = 4000

export type Field = keyof Draft
export type Problems = Partial<Record<Field, string>>

const steps = ['kind', 'place', 'text', 'person'] as const
export type Step = (typeof steps)[number]
export { steps }

/** As private.phone_field reads it. */
export const isPhone = (typed: string) => {
  const plain = typed.normalize('NFKC').replace(/[\s.()\p{Pd}]/gu, '')
  return /^\+?[0-9]{8,15}$/.test(plain.replace(/[០-៩]/g, digit => String(digit.charCodeAt(0) % 16)))
}

/** Letters as the database counts them: a picture is one. */
export const lengthOf = (text: string) => [...cleanText(text).trim()].length

const needsProcedure = ({ kind }: Draft) => kind === 'procedure' || kind === 'idea'

const checks: Record<Step, (draft: Draft) => Problems> = {
  kind: ({ kind }) => (kind ? {} : { kind: 'kind_invalid' }),
  place: draft => ({
    ...(!draft.office && { office: 'office_missing' }),
    ...(needsProcedure(draft) && !draft.procedure && { procedure: 'procedure_missing' }),
  }),
  text({ text }) {
    if (lengthOf(text) === 0) return { text: 'feedback_missing' }
    return lengthOf(text) > MOST_LETTERS ? { text: 'feedback_too_long' } : {}
  },
  person({ who, name, address, phone }) {
    if (who !== 'named') return who ? {} : { who: 'person_missing' }
    return {
      ...(!name.trim() && { name: 'feedback_name_missing' }),
      ...(!address.trim() && { address: 'feedback_address_missing' }),
      ...(!phone.trim() ? { phone: 'phone_missing' } : !isPhone(phone) && { phone: 'phone_invalid' }),
    }
  },
}

/** What is wrong with the answers of one step, by field. */
export const problemsOf = (step: Step, draft: Draft): Problems => checks[step](draft)

/** The step that is shown: none before which something is wrong. */
export function stepOf(asked: string | null, draft: Draft): Step {
  const wanted = Math.max(0, steps.indexOf((asked ?? 'kind') as Step))
  const wrong = steps.findIndex(step => Object.keys(problemsOf(step, draft)).length > 0)
  const isElsewhere = draft.kind === 'complaint' || draft.kind === 'denunciation'
  return steps[isElsewhere ? 0 : wrong < 0 ? wanted : Math.min(wanted, wrong)] ?? 'kind'
}
