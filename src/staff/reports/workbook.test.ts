import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { Report, ReportClass, ReportIndex } from '../../lib/figures/report'
import { openArchive } from '../../lib/workbook/zip'
import { type Formula, reportSheet, type SheetCell } from './sheet'
import { bookCells, cachedValues, columnWidths } from './workbook'

const names = { office: 'Xã Một', period: 'Quý I/2026', factor: (factor: string) => factor, notice: null }
const t = ((key: string) => key.replace('reports.', '')) as unknown as TFunction<'staff'>

/** Points times ten of a line, as the database rounds them: halves away from zero, in whole numbers. */
const tenthsOf = (two: number, one: number, zero: number) => {
  const n = two + one + zero
  return Math.floor((2 * 10 * (2 * two + one) + n) / (2 * n))
}
const classOf = (tenths: number): ReportClass => {
  if (tenths >= 150) return 'excellent'
  if (tenths >= 120) return 'good'
  return tenths >= 90 ? 'fair' : tenths >= 60 ? 'average' : 'weak'
}

type Line = { counts: [number, number, number] } | { tenths: number } | null

function reportOf(lines: Line[], more: Partial<Report> = {}): Report {
  const indices = lines.map((line, i): ReportIndex => {
    const counts = line && 'counts' in line ? line.counts : [null, null, null]
    const tenths = line === null ? null : 'tenths' in line ? line.tenths : tenthsOf(...line.counts)
    const [two = null, one = null, zero = null] = counts
    const known = { counted: line ? 1 : 0, expected: 1, entry: null }
    return { index: i + 1, tenths, source: line ? 'entry' : null, two, one, zero, ...known }
  })
  const known = indices.filter(({ tenths }) => tenths !== null)
  const tenths = known.length ? known.reduce((sum, row) => sum + (row.tenths ?? 0), 0) : null
  const reportClass = known.length === 9 && tenths !== null ? classOf(tenths) : null
  const rest = { own: null, national: null, factors: null, signature: null, ...more }
  return { office: 'thu-mot', period: '2026-Q1', indices, known: known.length, tenths, class: reportClass, ...rest }
}

const points = (...tenths: number[]): Line[] => tenths.map(one => ({ tenths: one }))

/** A score of so many tenths, over nine indices of at most two points. */
const ofScore = (tenths: number) =>
  points(...Array.from({ length: 9 }, (_, i) => Math.max(0, Math.min(20, tenths - 20 * i))))

const isFormula = (cell: SheetCell): cell is Formula => typeof cell === 'object' && cell !== null
const addressed = /([A-Z])(\d+)(?::([A-Z])(\d+))?/g

/** What a spreadsheet makes of a formula: only what these formulas use. */
function evaluate(rows: SheetCell[][], formula: string): unknown {
  const cell = (letter: string, row: number): unknown => {
    const found = rows[row - 1]?.[letter.charCodeAt(0) - 65] ?? null
    return isFormula(found) ? evaluate(rows, found.formula) : found
  }
  const range = (from: string, top: number, to: string, bottom: number) => {
    const letters = Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, i) =>
      String.fromCharCode(from.charCodeAt(0) + i),
    )
    return Array.from({ length: bottom - top + 1 }, (_, i) => letters.map(letter => cell(letter, top + i))).flat()
  }
  const numbers = (values: unknown[]) => values.flat().filter(value => typeof value === 'number') as number[]
  const sum = (values: unknown[]) => numbers(values).reduce((a, b) => a + b, 0)
  const functions = {
    cell,
    range,
    IF: (is: boolean, yes: () => unknown, no: () => unknown) => (is ? yes() : no()),
    AND: (...all: boolean[]) => all.every(Boolean),
    COUNT: (...values: unknown[]) => numbers(values).length,
    SUM: (...values: unknown[]) => sum(values),
    ROUND: (value: number, digits: number) => Math.round(Number((value * 10 ** digits).toPrecision(12))) / 10 ** digits,
    MIN: Math.min,
    MAX: Math.max,
    fewer: (counted: number[], expected: number[]) => counted.filter((n, i) => n < (expected[i] ?? 0)).length,
  }
  const script = formula
    .replace(/SUMPRODUCT\(1\*\((\w+:\w+)<(\w+:\w+)\)\)/g, 'fewer($1,$2)')
    .split(/("[^"]*")/)
    .map(part =>
      part.startsWith('"')
        ? part
        : part
            .replace(addressed, (_, a, b, c, d) => (c ? `range('${a}',${b},'${c}',${d})` : `cell('${a}',${b})`))
            .replace(/(?<![<>])=/g, '==='),
    )
    .join('')
  return new Function(...Object.keys(functions), `return ${lazy(script)}`)(...Object.values(functions))
}

/** IF(a,b,c) as IF(a,()=>b,()=>c): a spreadsheet computes only the branch that holds. */
function lazy(script: string): string {
  const at = script.indexOf('IF(')
  if (at < 0) return script
  const parts: string[] = ['']
  let [depth, end, isText] = [0, at + 3, false]
  for (; end < script.length; end += 1) {
    const sign = script[end] as string
    if (sign === '"') isText = !isText
    if (!isText && sign === '(') depth += 1
    if (!isText && sign === ')' && depth-- === 0) break
    if (!isText && sign === ',' && depth === 0) parts.push('')
    else parts.push(`${parts.pop()}${sign}`)
  }
  const [is = '', yes = '', no = ''] = parts.map(lazy)
  return `${script.slice(0, at)}IF(${is},()=>${yes},()=>${no})${lazy(script.slice(end + 1))}`
}

function expectSame(report: Report) {
  const rows = reportSheet(report, [], names, t)
  for (const cell of rows.flat().filter(isFormula)) {
    const found = evaluate(rows, cell.formula)
    if (typeof cell.value === 'number') expect(found, cell.formula).toBeCloseTo(cell.value, 9)
    else expect(found, cell.formula).toBe(cell.value)
  }
}

const national = {
  ...{ handled: 1000, late: 40, dissatisfied: 22, low: 0.938, high: 0.96 },
  ...{ low_points: 6, high_points: 6, months: 3, expected_months: 3 },
}
const own = { n: 60, satisfied: 30, rate: 0.5, low: 0.38, high: 0.62 }
const factors = [
  { factor: 'access', praised: 3, improve: null },
  { factor: 'staff', praised: 17, improve: 3 },
]
const whole = reportOf(
  [
    { counts: [11, 30, 7] },
    { counts: [30, 60, 10] },
    { counts: [45, 12, 23] },
    { counts: [0, 40, 0] },
    ...points(20, 20, 18, 20, 20),
  ],
  { national, own, factors },
)

test('every formula of a report gives what the database gave', () => {
  expect(whole.tenths).toBe(144)
  expectSame(whole)
  expectSame(reportOf(Array.from({ length: 9 }, () => null)))
  expectSame(reportOf(whole.indices.map(({ index, tenths }) => (index === 7 ? null : { tenths: tenths ?? 0 }))))
})

test.each([
  [150, 'excellent'],
  [149, 'good'],
  [120, 'good'],
  [119, 'fair'],
  [90, 'fair'],
  [89, 'average'],
  [60, 'average'],
  [59, 'weak'],
] as const)('a score of %i tenths is %s', (tenths, expected) => {
  const report = reportOf(ofScore(tenths))
  expect([report.tenths, report.class]).toEqual([tenths, expected])
  expectSame(report)
})

test('a report that lacks an office is not classed, by the formula either', () => {
  const report = reportOf(points(...Array(9).fill(20)))
  const partly = report.indices.map(row => (row.index === 2 ? { ...row, counted: 2, expected: 6 } : row))
  expectSame({ ...report, indices: partly, class: null })
})

test('whatever was counted, the formulas agree', () => {
  const count = fc.integer({ min: 0, max: 100_000 })
  const counts = fc.tuple(count, count, count).filter(all => all.some(n => n > 0))
  const line = fc.oneof(
    counts.map(all => ({ counts: all })),
    fc.integer({ min: 0, max: 20 }).map(tenths => ({ tenths })),
    fc.constant(null),
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 9, maxLength: 9 }), lines => expectSame(reportOf(lines))),
    { numRuns: 60 },
  )
})

/** Written as the page does it; the package for Node writes the same file. */
const bookOf = async (rows: SheetCell[][], features: ReturnType<typeof cachedValues>[]) =>
  new Uint8Array(
    await writeXlsxFile([{ data: bookCells(rows), sheet: 'Báo cáo', columns: columnWidths }], {
      features: features as never[],
    }).toBuffer(),
  )

/** The formulas of a workbook with their values, by the address of the cell. */
async function formulasOf(book: Uint8Array<ArrayBuffer>) {
  const xml = (await openArchive(book).read('xl/worksheets/sheet1.xml')) ?? ''
  const cells = xml.matchAll(/<c [^>]*?\br="(\w+)"[^>]*><f[^>]*>(.*?)<\/f>(?:<v>(.*?)<\/v>)?<\/c>/g)
  return new Map([...cells].map(([, place = '', formula, value]) => [place, { formula, value }]))
}

test('the workbook holds each formula and its value', async () => {
  const rows = reportSheet(whole, [], names, t)
  const cells = await formulasOf(await bookOf(rows, [cachedValues(rows)]))
  const wanted = rows.flat().filter(isFormula)
  expect([...cells.values()].map(({ value }) => value)).toEqual(wanted.map(({ value }) => String(value)))
  expect(cells.get('G16')?.formula).toContain('ROUND(SUM(G7:G15),1)')
})

function hasLibreOffice() {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test.runIf(hasLibreOffice())('LibreOffice recalculates the same values', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  try {
    const rows = reportSheet(whole, [], names, t)
    // Without their values, so that none of ours is read back.
    writeFileSync(join(folder, 'report.xlsx'), await bookOf(rows, []))
    const own = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx']
    const out = join(folder, 'calculated')
    execFileSync('soffice', [...own, '--outdir', out, join(folder, 'report.xlsx')], { stdio: 'ignore' })
    const cells = await formulasOf(new Uint8Array(readFileSync(join(out, 'report.xlsx'))))
    const wanted = rows.flat().filter(isFormula)
    expect(cells.size).toBe(wanted.length)
    for (const [at, { formula, value }] of [...cells.values()].entries()) {
      const ours = wanted[at]?.value
      if (typeof ours === 'number') expect(Number(value), formula).toBeCloseTo(ours, 9)
      else expect(value, formula).toBe(ours)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
