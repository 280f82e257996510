/** One of the nine indices of circular 01/2018; `tenths` are points times ten, null while nothing is known. */
export type ReportIndex = {
  index: number
  tenths: number | null
  source: 'answers' | 'entry' | 'both' | 'handled' | 'petitions' | null
  /** Dossiers, or people who answered, with two points, one and none; null where an office was judged as a whole. */
  two: number | null
  one: number | null
  zero: number | null
  /** Of so many quarters of offices (of index 9: months) so many are in it. */
  counted: number
  expected: number
  /** The number of the entry that it is. */
  entry: number | null
  /** Of index 7 and 8, what petitions say of it (private.report_attitude, private.report_petition_answers). */
  detail?: { [number: string]: number | null } | null
}

/** What decision 766 would make of the period: shares 0..1, null while a report does not say how many were late. */
export type NationalPart = {
  handled: number
  late: number | null
  dissatisfied: number
  low: number | null
  high: number | null
  low_points: number | null
  high_points: number | null
  months: number
  expected_months: number
}
export type OwnFigure = { n: number; satisfied: number; rate: number; low: number; high: number }
export type FactorCounts = { factor: string; praised: number | null; improve: number | null }
export type Signature = { version: number; comment: string; by: string; at: string; changed: boolean }
export type ReportClass = 'excellent' | 'good' | 'fair' | 'average' | 'weak'

/** As public.official_report answers. */
export type Report = {
  office: string
  period: string
  indices: ReportIndex[]
  known: number
  /** The score so far, in tenths; null while no index is known. */
  tenths: number | null
  class: ReportClass | null
  own: OwnFigure | null
  national: NationalPart | null
  factors: FactorCounts[] | null
  signature: Signature | null
}

/** What the public reads of a report. */
export type PublicReport = Omit<Report, 'office' | 'period' | 'signature'>
/** As public.signed_report answers; days are 'YYYY-MM-DD'. */
export type SignedReport = {
  office: string
  period: string
  /** What it would be today; null unless something has changed since the latest version. */
  now: PublicReport | null
  /** The latest first. */
  versions: [SignedVersion, ...SignedVersion[]]
}
export type SignedVersion = { version: number; signed_on: string; comment: string; report: PublicReport }

/** The year from which circular 01/2018 holds. */
const FIRST_YEAR = 2019

/** Quarters and years that are over on a day, the latest first, each year after its last quarter. */
export function periodsOver(day: string): string[] {
  const year = Number(day.slice(0, 4))
  const quartersOver = Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  const periods: string[] = []
  for (let of = year; of >= FIRST_YEAR; of -= 1) {
    if (of < year) periods.push(String(of))
    for (let quarter = of < year ? 4 : quartersOver; quarter >= 1; quarter -= 1) periods.push(`${of}-Q${quarter}`)
  }
  return periods
}

/** Follows wholly from published answers, petitions or reports: then nobody enters it. */
export const isComputed = ({ source, counted, expected }: ReportIndex) =>
  source !== null && source !== 'entry' && source !== 'both' && counted >= expected

/** What an index still needs; undefined when it is wholly known. */
export function missingOf({ index, tenths, counted, expected }: ReportIndex) {
  if (tenths !== null) return counted < expected ? ('offices' as const) : undefined
  if (index === 9) return 'handled' as const
  if ([1, 3, 4].includes(index)) return 'answers' as const
  if (index === 8) return 'petitions' as const
  if (index !== 7) return 'entry' as const
  return counted >= expected && expected > 0 ? ('attitude_unsure' as const) : ('attitude' as const)
}
