import { fetchDataPackage, fetchText, fileUrls } from '../../data/open-data'
import { functionRows } from '../../data/public-api'
import { queryClient } from '../../data/query-client'
import type { KnownEnd, KnownHash, PublishedSums, Verification } from '../../lib/figures/verify-ledger'
import type { FromWorker, ToVerify } from './verify-worker'

export type VerifyProgress = { step: 'download' } | { step: 'chain'; done: number; of: number }

const SEEN = 'ledger-end'

/** The end of the ledger that this device saw when it last verified. */
function rememberedEnd(): KnownEnd[] {
  try {
    const hash = localStorage.getItem(SEEN)
    return hash ? [{ from: 'device', hash }] : []
  } catch {
    return []
  }
}

function remember(hash: string) {
  try {
    localStorage.setItem(SEEN, hash)
  } catch {
    // Next time there is one comparison less.
  }
}

/** The last checkpoint that the ledger's key has signed: the files have to be those that it speaks of. */
async function signedEnd(): Promise<KnownEnd[]> {
  const [{ lastCheckpoint }, words] = await Promise.all([
    import('../../data/checkpoints'),
    import('../../i18n/ledger-words'),
  ])
  const [checkpoint] = await Promise.all([
    queryClient.fetchQuery({ ...lastCheckpoint, staleTime: 0 }),
    words.loadLedgerWords(),
  ])
  return checkpoint?.signed === 'right' ? [{ from: 'checkpoint', hash: checkpoint.root, entries: checkpoint.size }] : []
}

const sumsOf = async (by: keyof PublishedSums) => await functionRows('satisfaction', { by })

async function everythingShown() {
  const [csv, changesCsv, groupsCsv, { ledger }, all, office, month] = await Promise.all([
    fetchText(fileUrls('batches').csv),
    fetchText(fileUrls('rule_changes').csv),
    fetchText(fileUrls('answer_groups').csv),
    fetchDataPackage(),
    sumsOf('all'),
    sumsOf('office'),
    sumsOf('month'),
  ])
  const server: KnownHash = { from: 'server', hash: ledger.hash, batches: ledger.batches }
  return { csv, otherCsvs: [changesCsv, groupsCsv], server, published: { all, office, month } }
}

/** Downloads, recomputes and compares. Throws a Problem when something cannot be downloaded. */
export async function runVerify(
  typed: string,
  onProgress: (progress: VerifyProgress) => void,
): Promise<Verification & { seconds: number }> {
  onProgress({ step: 'download' })
  // Before the files: they may hold more than it, and never less.
  const signed = await signedEnd()
  const { csv, otherCsvs, server, published } = await everythingShown()
  const known: KnownEnd[] = [
    server,
    ...signed,
    ...rememberedEnd(),
    ...(typed ? [{ from: 'typed' as const, hash: typed }] : []),
  ]
  const start = performance.now()
  onProgress({ step: 'chain', done: 0, of: server.batches ?? 0 })
  const verdict = await inWorker({ csv, otherCsvs, published, known }, (done, of) =>
    onProgress({ step: 'chain', done, of }),
  )
  if (!verdict.fault && verdict.differences.length === 0 && verdict.lost.length === 0) remember(verdict.end)
  return { ...verdict, seconds: (performance.now() - start) / 1000 }
}

function inWorker(work: ToVerify, onProgress: (done: number, of: number) => void) {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Verification>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('done' in data) return onProgress(data.done, data.of)
      if ('verdict' in data) return resolve(data.verdict)
      const fault = { kind: 'unreadable' as const, number: '', fields: [] }
      resolve({ batches: 0, changes: 0, groups: 0, ratings: 0, end: '', figures: 0, fault, differences: [], lost: [] })
    }
    worker.onerror = reject
    worker.postMessage(work)
  }).finally(() => worker.terminate())
}
