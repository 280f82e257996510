import type { Counter } from '../../data/counters'
import type { Office } from '../../data/offices'
import type { ReformPlan } from '../../data/reforms'

/** An office that opens, as it is being typed. */
export type OpeningDraft = { name: string; kind: string; code: string; parent: string; desk: string; gso_code: string }

/** A reform as it is being typed; empty texts where nothing has been. */
export type ReformDraft = {
  on_date: string
  legal_basis: string
  /** Codes of the offices that close. */
  closing: string[]
  opening: OpeningDraft[]
  /** Who takes over from whom, by the code of the closing office. Empty places are selects nobody has used. */
  successors: { [closing: string]: string[] }
  /** After a split: who works at a counter, by its code. */
  counters: { [counter: string]: string }
}

export const emptyOpening: OpeningDraft = { name: '', kind: '', code: '', parent: '', desk: '', gso_code: '' }
export const emptyDraft: ReformDraft = {
  on_date: '',
  legal_basis: '',
  closing: [],
  opening: [],
  successors: {},
  counters: {},
}

export const reformSteps = ['day', 'closing', 'opening', 'successors', 'counters', 'check'] as const
export type ReformStep = (typeof reformSteps)[number]

/** The successors that were named for a closing office, each once. */
export const successorsOf = ({ successors }: ReformDraft, closing: string) => [
  ...new Set(successors[closing]?.filter(Boolean) ?? []),
]

/** The counters of split offices: their codes lead nowhere until it is chosen who works there. */
export const countersToAssign = (draft: ReformDraft, counters: Counter[]) =>
  counters.filter(
    ({ office_code, retired_on }) =>
      !retired_on && draft.closing.includes(office_code) && successorsOf(draft, office_code).length > 1,
  )

/** Who may take over: what opens with this reform, then what is open and stays so. */
export function possibleSuccessors({ opening, closing }: ReformDraft, offices: Office[]) {
  const opens = opening.filter(({ code, name }) => code && name).map(({ code, name }) => ({ code, name }))
  const stays = offices.filter(({ code, closed_on }) => !closed_on && !closing.includes(code))
  return { opens, stays: stays.map(({ code, name }) => ({ code, name })) }
}

/** The plan as the database takes it. */
export function planOf(draft: ReformDraft, counters: Counter[]): ReformPlan {
  const assignable = countersToAssign(draft, counters)
  return {
    on_date: draft.on_date,
    legal_basis: draft.legal_basis,
    opening: upperFirst(draft.opening).map(({ name, kind, code, parent, desk, gso_code }) => ({
      code: code.trim(),
      name,
      kind,
      parent_code: parent || null,
      desk: desk || null,
      gso_code: gso_code || null,
    })),
    closing: draft.closing,
    successions: draft.closing.flatMap(predecessor =>
      successorsOf(draft, predecessor).map(successor => ({ predecessor, successor })),
    ),
    counters: assignable.flatMap(({ code, office_code }) => {
      const successor = draft.counters[code]
      return successor && successorsOf(draft, office_code).includes(successor) ? [{ counter: code, successor }] : []
    }),
  }
}

/** Parents before children: an office can only open below one that exists. A circle stays as it is, and is refused. */
function upperFirst(opening: OpeningDraft[]): OpeningDraft[] {
  const codes = new Set(opening.map(({ code }) => code))
  const upper = opening.filter(({ parent }) => !codes.has(parent))
  return upper.length === 0 ? opening : [...upper, ...upperFirst(opening.filter(office => !upper.includes(office)))]
}

const STORED = 'reform'

/** Stored in the tab: a reload, another page or a new sign-in loses nothing that was typed. */
export function saveDraft(draft: ReformDraft) {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(draft))
  } catch {
    // Without storage the draft lasts until the page is left.
  }
}

export function loadDraft(): ReformDraft {
  try {
    return { ...emptyDraft, ...JSON.parse(sessionStorage.getItem(STORED) ?? '{}') }
  } catch {
    return emptyDraft
  }
}

export function removeDraft() {
  try {
    sessionStorage.removeItem(STORED)
  } catch {
    // Nothing was stored.
  }
}
