/**
 * Published answers that this device has seen, for reading without a signal: pages seen before open again and say of which
 * moment they are. Only what everybody may read is kept; what staff see is not asked through this.
 */

const CACHE = 'published'

/** The most answers kept: some dozens of pages. The oldest go first. */
const MOST = 240

/** Milliseconds that somebody with a copy waits for a newer answer: it may hang for long on a dying signal. */
const PATIENCE = 5_000

type Copy = {
  /** When the answer was received, in Unix milliseconds. */
  receivedAt: number
  /** Why there is no newer one: the key of a problem. */
  why: string
}

const shown = new Map<string, Copy>()
const listeners = new Set<() => void>()
let oldest: Copy | undefined
let lastAnswerAt: number | undefined

/** Answers of this page, where the browser keeps none on its disk. */
const inMemory = new Map<string, { answer: unknown; receivedAt: number }>()

function changed() {
  oldest = [...shown.values()].sort((a, b) => a.receivedAt - b.receivedAt)[0]
  for (const listener of listeners) listener()
}

/** For useSyncExternalStore: the oldest copy that is shown in place of a newer answer, undefined while there is none. */
export const savedCopy = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  oldest: () => oldest,
}

/** When the server last answered this page, in Unix milliseconds. */
export const lastAnswered = () => lastAnswerAt

// There is none without https, and some private windows refuse it.
const opened = async () => ('caches' in globalThis ? caches.open(CACHE).catch(() => undefined) : undefined)
const addressOf = (path: string) => `/kept/${path}`

async function keep(path: string, answer: unknown) {
  lastAnswerAt = Date.now()
  const cache = await opened()
  if (!cache) {
    inMemory.set(path, { answer, receivedAt: lastAnswerAt })
    return
  }
  const headers = { 'content-type': 'application/json', date: new Date().toUTCString() }
  // Put anew at the end: the oldest are the first.
  await cache.delete(addressOf(path))
  await cache.put(addressOf(path), new Response(JSON.stringify(answer), { headers }))
  const kept = await cache.keys()
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map(old => cache.delete(old)))
}

async function keptAnswer<Answer>(path: string) {
  const own = inMemory.get(path)
  if (own) return own as { answer: Answer; receivedAt: number }
  const kept = await (await opened())?.match(addressOf(path)).catch(() => undefined)
  const receivedAt = Date.parse(kept?.headers.get('date') ?? '')
  if (!kept || Number.isNaN(receivedAt)) return undefined
  return { answer: (await kept.json()) as Answer, receivedAt }
}

type Options = {
  /** Why no answer came, as the key of a problem; undefined for a refusal, which no copy may hide. */
  whyLost: (error: unknown) => string | undefined
  /** Called with the first answer after copies were shown: what is on the page can be asked for again. */
  onBack: () => void
}

/** What the server answers, or, when no answer comes, what it answered before. `path` tells the questions apart. */
export async function answerOrCopy<Answer>(
  path: string,
  ask: () => Promise<Answer>,
  { whyLost, onBack }: Options,
): Promise<Answer> {
  const asked = ask().then(answer => {
    // A disk that is full keeps nothing, and the page is shown all the same.
    void keep(path, answer).catch(() => {})
    if (shown.size > 0) {
      shown.clear()
      changed()
      onBack()
    }
    return answer
  })
  const copy = async (why: string) => {
    const kept = await keptAnswer<Answer>(path).catch(() => undefined)
    if (!kept) return undefined
    shown.set(path, { receivedAt: kept.receivedAt, why })
    changed()
    return kept.answer
  }
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(async () => {
      const answer = await copy('offline')
      if (answer !== undefined) resolve(answer)
    }, PATIENCE)
    asked
      .then(resolve, async error => {
        const why = whyLost(error)
        const answer = why === undefined ? undefined : await copy(why)
        if (answer === undefined) reject(error)
        else resolve(answer)
      })
      .finally(() => clearTimeout(timer))
  })
}

/**
 * Keeps the files that the page was made of, once a service worker can serve them: those of the very first page came
 * before it. They come from the browser's own cache.
 */
export async function keepFiles() {
  if (!import.meta.env.PROD || !('caches' in globalThis)) return
  await navigator.serviceWorker?.ready
  const used = performance.getEntriesByType('resource').map(({ name }) => name)
  const files = new Set(used.filter(name => name.startsWith(`${location.origin}/assets/`)))
  const cache = await caches.open('assets')
  for (const file of files) {
    const isKept = await cache.match(file, { ignoreVary: true })
    if (!isKept) await cache.add(file).catch(() => {})
  }
}
