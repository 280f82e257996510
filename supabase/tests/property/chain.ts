/** The chain of the ledger, recomputed from the public files. */
import { createHash } from 'node:crypto'
import { type AnswerGroup, type Batch, type PublicView, scores } from './public-view.ts'

const sha256 = (fields: unknown[]) =>
  createHash('sha256')
    .update(fields.map(value => value ?? '').join('|'))
    .digest('hex')

/** The hash of a batch, from the fields as the public file has them. */
export function hashOf(b: Batch) {
  const fields = [b.previous_hash, b.number, b.office_code, b.procedure_code, b.field_code, b.channel, b.trust]
  const counts = [b.released_on, b.n, ...scores.map(s => b[s]), b.details, b.voids, b.reason, b.recorded_on]
  return sha256([...fields, ...counts, ...(b.receipts_root ? [b.receipts_root] : [])])
}

function groupHash(g: AnswerGroup) {
  const answers = `{${Object.entries(g.answers)
    .map(([answer, n]) => `${JSON.stringify(answer)}: ${n}`)
    .join(', ')}}`
  const keys = [g.previous_hash, g.position, g.after_batch, g.quarter, g.office_code, g.procedure_code, g.field_code]
  return sha256([...keys, g.question, g.n, answers, g.released_on])
}

/** Batches by number, and after each the groups that were formed when it was the last. */
function entriesOf({ batches, groups }: PublicView) {
  return [
    ...batches.map(b => ({ name: `batch ${b.number}`, after: b.number, position: 0, entry: b, own: hashOf(b) })),
    ...groups.map(g => ({
      name: `group ${g.position}`,
      after: g.after_batch,
      position: g.position,
      entry: g,
      own: groupHash(g),
    })),
  ].sort((a, b) => a.after - b.after || a.position - b.position)
}

const BEGINNING = '0'.repeat(64)

export const lastHash = (view: PublicView) => entriesOf(view).at(-1)?.entry.hash ?? BEGINNING

/** The first fault of the chain. */
export function chainFault(view: PublicView) {
  let head = BEGINNING
  for (const { name, entry, own } of entriesOf(view)) {
    if (entry.previous_hash !== head || entry.hash !== own) return name
    head = entry.hash
  }
}
