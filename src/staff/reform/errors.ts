import type { Office } from '../../data/offices'
import type { ReformDraft, ReformStep } from './draft'

/** id: of the field; key: under `reform.errors` in the catalogue. */
export type ReformError = {
  id: string
  key: 'day' | 'closing' | 'too_young' | 'offices_below' | 'name' | 'kind' | 'code' | 'code_taken' | 'code_twice'
}

/** What has to be corrected before the step can be left: what the database would refuse, shown sooner. */
export function errorsIn(draft: ReformDraft, step: ReformStep, offices: Office[]): ReformError[] {
  if (step === 'day') return draft.on_date ? [] : [{ id: 'on_date', key: 'day' }]
  if (step === 'closing') {
    const key = errorInClosing(draft, offices)
    return key ? [{ id: 'closing', key }] : []
  }
  return step === 'opening' ? draft.opening.flatMap((_, place) => errorsInOpening(draft, place, offices)) : []
}

function errorInClosing({ closing, on_date }: ReformDraft, offices: Office[]) {
  const closes = (code: string | null) => code !== null && closing.includes(code)
  if (closing.length === 0) return 'closing'
  if (offices.some(({ code, opened_on }) => closes(code) && opened_on !== null && opened_on >= on_date))
    return 'too_young'
  const isLeft = ({ code, parent_code, closed_on }: Office) => closes(parent_code) && !closed_on && !closes(code)
  return offices.some(isLeft) ? 'offices_below' : undefined
}

function errorsInOpening({ opening }: ReformDraft, place: number, offices: Office[]): ReformError[] {
  const { name = '', kind = '', code = '' } = opening[place] ?? {}
  const errors: ReformError[] = []
  if (!name.trim()) errors.push({ id: `name-${place}`, key: 'name' })
  if (!kind.trim()) errors.push({ id: `kind-${place}`, key: 'kind' })
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) errors.push({ id: `code-${place}`, key: 'code' })
  else if (offices.some(office => office.code === code)) errors.push({ id: `code-${place}`, key: 'code_taken' })
  else if (opening.findIndex(office => office.code === code) !== place) {
    errors.push({ id: `code-${place}`, key: 'code_twice' })
  }
  return errors
}
