import { comments } from './profile.ts'
import type { Random } from './random.ts'

type Factor = keyof typeof comments.praised

/** What a person may add, as `add_details` takes it. */
export type Details = {
  praised?: Factor[]
  improve?: Factor[]
  outcome?: 'received' | 'supplement' | 'refused' | 'waiting'
  timeliness?: 'early' | 'on_time' | 'late' | 'not_yet'
  trips?: '0' | '1' | '2+'
  agencies?: '0' | '1' | '2+'
  money?: 'no' | 'yes' | 'not_said'
  filled_by?: 'myself' | 'family' | 'officer'
  applicant?: 'citizen' | 'business'
  comment?: string
}

export type Visit = { score: number; channel: string; field: string; isSlow: boolean }

/** Answers that agree with the score: who was kept waiting is late more often, and names the result to improve. */
export function makeDetails(visit: Visit, random: Random): Details {
  const { chance, weighted } = random
  const satisfied = visit.score >= 4
  const details: Details = {}

  const outcome = weighted(
    satisfied
      ? { received: 88, supplement: 6, refused: 1, waiting: 5 }
      : { received: 52, supplement: 26, refused: 8, waiting: 14 },
  )
  const timeliness = outcome === 'received' ? timelinessOf(visit, satisfied, random) : 'not_yet'
  if (chance(0.85)) details.outcome = outcome
  if (chance(0.75)) details.timeliness = timeliness
  if (chance(0.7)) details.trips = tripsOf(visit, outcome === 'supplement', random)
  if (chance(0.55)) {
    details.agencies = weighted(visit.isSlow ? { '0': 40, '1': 35, '2+': 25 } : { '0': 78, '1': 18, '2+': 4 })
  }
  if (chance(0.6)) {
    details.money = weighted(satisfied ? { no: 96, yes: 1, not_said: 3 } : { no: 80, yes: 8, not_said: 12 })
  }
  if (chance(0.5)) details.filled_by = weighted({ myself: 62, family: 22, officer: 16 })
  if (chance(0.5)) {
    details.applicant = weighted({ citizen: 94, business: visit.field.includes('hộ kinh doanh') ? 190 : 3 })
  }
  addFactors(details, visit.score, timeliness === 'late', random)
  return details
}

const timelinessOf = ({ isSlow }: Visit, satisfied: boolean, { weighted }: Random) =>
  satisfied
    ? weighted({ early: 24, on_time: isSlow ? 60 : 73, late: isSlow ? 12 : 3 })
    : weighted({ early: 4, on_time: 48, late: isSlow ? 80 : 40 })

function tripsOf({ channel, isSlow }: Visit, sentBack: boolean, { weighted }: Random) {
  if (channel !== 'counter') return weighted({ '0': 85, '1': 12, '2+': 3 })
  return weighted({ '0': 0, '1': sentBack ? 25 : 80, '2+': sentBack || isSlow ? 55 : 14 })
}

function addFactors(details: Details, score: number, late: boolean, random: Random): void {
  const { chance, weighted, pick } = random
  const toImprove = chance({ 1: 0.9, 2: 0.85, 3: 0.65, 4: 0.25, 5: 0.05 }[score] ?? 0)
  const toPraise = chance({ 1: 0.02, 2: 0.06, 3: 0.25, 4: 0.6, 5: 0.8 }[score] ?? 0)
  if (toImprove) {
    const first = weighted({ access: 18, procedure: 34, staff: 20, result: late ? 80 : 18, feedback: 10 })
    details.improve = [first]
    const second = weighted({ access: 18, procedure: 34, staff: 20, result: 18, feedback: 10 })
    if (score <= 2 && second !== first && chance(0.5)) details.improve.push(second)
  }
  if (toPraise) {
    const named = details.improve ?? []
    const first = weighted({ access: 22, procedure: 16, staff: 46, result: late ? 4 : 30, feedback: 6 })
    const second = weighted({ access: 22, procedure: 16, staff: 46, result: late ? 4 : 30, feedback: 6 })
    const praised = (score === 5 && chance(0.4) ? [...new Set([first, second])] : [first]).filter(
      f => !named.includes(f),
    )
    if (praised.length > 0) details.praised = praised
  }
  if (!chance(0.05)) return
  const [worse] = details.improve ?? []
  const [better] = details.praised ?? []
  if (worse) details.comment = pick(comments.improve[worse])
  else if (better) details.comment = pick(comments.praised[better])
}
