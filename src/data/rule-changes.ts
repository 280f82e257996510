import { queryOptions } from '@tanstack/react-query'
import type { Tables } from './database-types'
import { tableRows } from './public-api'

/** A change of the target, of k or of the ladder: an entry of the ledger that holds from a later day. */
export type RuleChange = Tables<'rule_changes'>

/** All of them, the first one first. */
export const ruleChanges = queryOptions({
  queryKey: ['rule_changes'],
  queryFn: () => tableRows('rule_changes', { order: 'position' }),
})
