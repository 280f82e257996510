import type { Office } from '../../data/offices'
import type { ReformDraft, ReformStep } from './draft'

/** id: of the field; says: a key under reform.mistakes. */
export type ReformError = {
  id: string
  says: 'day' | 'closing' | 'too_young' | 'offices_below' | 'name' | 'kind' | 'code' | 'code_taken' | 'code_twice'
}

/** What has to be corrected before the step can be left: what the database would refuse, said sooner. */
export function errorsIn(draft: ReformDraft, step: ReformStep, offices: Office[]): ReformError[] {
  if (step === 'day') return draft.on_date ? [] : [{ id: 'on_date', says: 'day' }]
  if (step === 'closing') {
    const says = mistakeInClosing(draft, offices)
    return says ? [{ id: 'closing', says }] : []
  }
  return step === 'opening' ? draft.opening.flatMap((_, place) => mistakesInOpening(draft, place, offices)) : []
}

function mistakeInClosing({ closing, on_date }: ReformDraft, offices: Office[]) {
  const closes = (code: string | null) => code !== null && closing.includes(code)
  if (closing.length === 0) return 'closing'
  if (offices.some(({ code, opened_on }) => closes(code) && opened_on !== null && opened_on >= on_date))
    return 'too_young'
  const isLeft = ({ code, parent_code, closed_on }: Office) => closes(parent_code) && !closed_on && !closes(code)
  return offices.some(isLeft) ? 'offices_below' : undefined
}

function mistakesInOpening({ opening }: ReformDraft, place: number, offices: Office[]): ReformError[] {
  const { name = '', kind = '', code = '' } = opening[place] ?? {}
  const mistakes: ReformError[] = []
  if (!name.trim()) mistakes.push({ id: `name-${place}`, says: 'name' })
  if (!kind.trim()) mistakes.push({ id: `kind-${place}`, says: 'kind' })
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) mistakes.push({ id: `code-${place}`, says: 'code' })
  else if (offices.some(office => office.code === code)) mistakes.push({ id: `code-${place}`, says: 'code_taken' })
  else if (opening.findIndex(office => office.code === code) !== place) {
    mistakes.push({ id: `code-${place}`, says: 'code_twice' })
  }
  return mistakes
}
