import type { firstTap } from './first-tap.ts'
import type { lighthouse } from './lighthouse.ts'

export type Run = Awaited<ReturnType<typeof lighthouse>> & Awaited<ReturnType<typeof firstTap>>
type Unit = 's' | 'ms' | 'kB' | 'of 100'
type Must = { most?: number; least?: number; times?: number }

/** The musts are in the units shown, `times` is how many times less than SurveyJS. */
const rows: [what: string, figure: keyof Run, unit: Unit, must?: Must][] = [
  ['Lighthouse: largest contentful paint', 'lcp', 's', { most: 0.9 }],
  ['Lighthouse: total blocking time', 'tbt', 'ms', { most: 150 }],
  ['Lighthouse: time to interactive', 'interactive', 's'],
  ['Lighthouse: bytes until interactive', 'bytesUntilInteractive', 'kB'],
  ['Lighthouse: script, all of it', 'scriptBytes', 'kB', { most: 190 }],
  ['Lighthouse: performance', 'performance', 'of 100', { least: 95 }],
  ['Lighthouse: accessibility', 'accessibility', 'of 100'],
  ['Lighthouse: best practices', 'bestPractices', 'of 100'],
  ['Lighthouse: search engines', 'seo', 'of 100'],
  ['first face painted, and a tap on it stored', 'tapped', 's', { times: 6 }],
  ['that tap has been stored', 'stored', 's'],
  ['bytes received until the first tap', 'bytesToTap', 'kB', { times: 20 }],
  ['conversation interactive', 'ready', 's', { times: 2.5 }],
  ['bytes received until then', 'bytesToReady', 'kB', { times: 3 }],
  ['of these, script', 'scriptBytesToReady', 'kB', { most: 130 }],
]

function median(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2
}

function shown(value: number, unit: Unit) {
  if (unit === 's') return `${(value / 1000).toFixed(2)} s`
  if (unit === 'kB') return `${(value / 1000).toFixed(1)} kB`
  return unit === 'ms' ? `${value.toFixed(0)} ms` : value.toFixed(0)
}

function mustOf(unit: Unit, { most, least, times }: Must) {
  if (times) return `>= ${times}x less`
  return least ? `>= ${least}` : `<= ${most} ${unit}`
}

function isMet(value: number, ratio: number, unit: Unit, { most, least, times }: Must) {
  if (times) return ratio >= times
  if (least) return value >= least
  return value / (unit === 'ms' ? 1 : 1000) <= (most ?? Number.POSITIVE_INFINITY)
}

/** The medians of both pages, one figure a line. */
export function printTable(ours: Run[], survey: Run[]) {
  const line = (...cells: string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(42) : i === 5 ? `  ${cell}` : cell.padStart(13))).join('')
  console.log(`\n${line('', 'ours', 'SurveyJS', 'ratio', 'must', '')}`)
  for (const [what, figure, unit, must] of rows) {
    const value = median(ours.map(run => run[figure]))
    const other = median(survey.map(run => run[figure]))
    const ratio = other / value
    const hasRatio = unit !== 'of 100' && Number.isFinite(ratio)
    const verdict = must ? (isMet(value, ratio, unit, must) ? 'ok' : 'falls short') : ''
    const cells = [shown(value, unit), shown(other, unit), hasRatio ? `${ratio.toFixed(1)}x` : '']
    console.log(line(what, ...cells, must ? mustOf(unit, must) : '', verdict).trimEnd())
  }
}
