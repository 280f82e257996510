import '../../lib/polyfills'
import { parse } from 'csv-parse/browser/esm/sync'
import type { LedgerRow } from '../../lib/figures/ledger'
import { type KnownEnd, type PublishedSums, type Verification, verify } from '../../lib/figures/verify-ledger'

export type ToVerify = { csv: string; otherCsvs: string[]; published: PublishedSums; known: KnownEnd[] }
export type FromWorker = { done: number; of: number } | { verdict: Verification } | { unreadable: true }

const answer = (message: FromWorker) => self.postMessage(message)

const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true, record_delimiter: '\r\n' }) as LedgerRow[]

// A thread of its own, so that the page stays alive meanwhile.
self.onmessage = ({ data: { csv, otherCsvs, published, known } }: MessageEvent<ToVerify>) => {
  try {
    const [rows, others] = [rowsOf(csv), otherCsvs.flatMap(rowsOf)]
    const onProgress = (done: number) => answer({ done, of: rows.length })
    answer({ verdict: verify(rows, published, known, { others, onProgress }) })
  } catch {
    answer({ unreadable: true })
  }
}
