import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

type Request = { resourceType: string; transferSize: number; networkEndTime: number }
type Report = {
  runtimeError?: { message: string }
  categories: Record<string, { score: number }>
  audits: Record<string, { numericValue: number; details: { items: Request[] } }>
}

const program = join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js')

/** One run of Lighthouse's mobile profile in a browser of its own. Applied throttling: the simulated kind hides an early paint. */
export async function lighthouse(url: string, browser: string, flags: string[]) {
  const args = [
    ...['--quiet', '--output=json', '--throttling-method=devtools', '--disable-full-page-screenshot'],
    ...['--no-enable-error-reporting', `--chrome-flags=--headless=new ${flags.join(' ')}`],
  ]
  const { stdout } = await promisify(execFile)(process.execPath, [program, url, ...args], {
    env: { ...process.env, CHROME_PATH: browser },
    maxBuffer: 100_000_000,
    timeout: 180_000,
  })
  return figuresOf(JSON.parse(stdout))
}

/** Milliseconds, bytes, and scores of 100. */
function figuresOf({ runtimeError, categories, audits }: Report) {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`)
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
  const score = (category: string) => Math.round(100 * (categories[category]?.score ?? Number.NaN))
  const requests = audits['network-requests']?.details.items ?? []
  const sum = (some: Request[]) => some.reduce((bytes, { transferSize }) => bytes + transferSize, 0)
  const interactive = value('interactive')
  return {
    fcp: value('first-contentful-paint'),
    cls: value('cumulative-layout-shift'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    interactive,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    bytesUntilInteractive: sum(requests.filter(({ networkEndTime }) => networkEndTime <= interactive)),
    scriptBytes: sum(requests.filter(({ resourceType }) => resourceType === 'Script')),
  }
}
