/** The rule of publication as a property of histories, and what a run has to say of itself. */
import type { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { type History, histories } from './arbitraries.ts'
import { describe as tell } from './calls.ts'
import { audit, type Seen } from './publication-rules.ts'
import { replay } from './replay.ts'

export const seed = Number(process.env.SEED ?? 20260701)

export const publicationProperty = (db: PGlite, mutation: string, seen: Seen[]) =>
  fc.asyncProperty(histories, async history => {
    seen.push(audit(history, await replay(db, history, mutation)))
  })

export function failure(details: fc.RunDetails<[History]>) {
  const [history] = details.counterexample ?? []
  const again = `SEED=${details.seed}, path ${details.counterexamplePath}`
  return [`${details.errorInstance}`, again, ...(history ? tell(history) : [])].join('\n    ')
}
