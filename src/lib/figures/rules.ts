/** A row of public.rule_changes; days are 'YYYY-MM-DD'. */
type Change = { position: number; key: string; valid_from: string }

/**
 * What has become of a change: 'valid' since its day, 'planned' until the release of that day, or 'replaced' by a later
 * decision of the same rule before it. lastRelease: the last release's day, null before the first.
 */
export function stateOfChange(change: Change, all: readonly Change[], lastRelease: string | null) {
  const isReplaced = all.some(
    other => other.key === change.key && other.position > change.position && other.valid_from <= change.valid_from,
  )
  if (isReplaced) return 'replaced'
  return lastRelease !== null && change.valid_from <= lastRelease ? 'valid' : 'planned'
}

/** The change of a rule that is decided and does not hold yet. */
export const plannedChange = <Row extends Change>(key: string, all: readonly Row[], lastRelease: string | null) =>
  all.findLast(change => change.key === key && stateOfChange(change, all, lastRelease) === 'planned')
