import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, csvLine, csvOf, safeCell } from './safe-cell.ts'

test.each(['=HYPERLINK("http://x.vn")', '+84', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
  '%j is no formula',
  text => {
    expect(safeCell(text)).toBe(`'${text}`)
  },
)

const fixture = readFileSync(new URL('../../../supabase/tests/fixtures/csv_cells.sql', import.meta.url), 'utf8')
const cases: [Cell, string][] = JSON.parse(fixture.split('$cases$')[1] ?? '')

test.each(cases)('%j is written as %j, as the database writes it', (value, cell) => {
  expect(csvLine([value])).toBe(cell)
})

/** Without the marks that keep formulas from running. */
const unguarded = (text: string) => text.replace(/^'|(?<=[;|\t\r\n]"*)'(?=[=+\-@＝＋－＠])/g, '')

test('whatever stands in a cell, no cell of a file begins a formula, and nothing is lost', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '@x', 'Quầy 1; "cũ"', '', '-'), fc.integer())
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), rows => {
      const read: string[][] = parse(csvOf(rows), { bom: true, relax_column_count: true })
      for (const [i, row] of rows.entries()) {
        for (const [j, value] of row.entries()) {
          const shown = read[i]?.[j] ?? ''
          if (typeof value === 'string') expect(shown).not.toMatch(/^[=+\-@\t\r\n]/)
          expect(unguarded(shown)).toBe(unguarded(String(value)))
        }
      }
    }),
  )
})

test.each([
  ['plain', 'plain'],
  ['', ''],
  [null, ''],
  [-5, '-5'],
  ['a,b', '"a,b"'],
  ['a;b', '"a;b"'],
  ['a\tb', '"a\tb"'],
  ['a|b', '"a|b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['a\rb', '"a\rb"'],
  ['=1+1', '"\'=1+1"'],
  ['-', '"\'-"'],
  // What looks like a number is a code here: its zeros stay where a program keeps quoted cells as text.
  ['1.010730', '"1.010730"'],
  ['02963883123', '"02963883123"'],
  ['2+', '"2+"'],
  [' đầu', '" đầu"'],
  // Opened with the other separator, what follows it begins a cell.
  ['a;=1+1', '"a;\'=1+1"'],
  ['a\n"@x', '"a\n""\'@x"'],
  ['Hòa; - gồm', '"Hòa; - gồm"'],
])('%j is written as %j', (cell, written) => {
  expect(csvLine([cell])).toBe(written)
})

test.each([',', ';', '\t', '|'])('opened with %j, no cell begins a formula', delimiter => {
  const piece = fc.constantFrom('=1+1', ';', '"', "'", '@x', '-', '+', 'Xã', ',', '\n', '\t', '\r\n', ' ', '|', '＝')
  const cell = fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), rows => {
      const csv = csvOf(rows)
      // With another separator quotation marks mean nothing that can be relied on: every cut may begin a cell.
      const cells =
        delimiter === ','
          ? (parse(csv, { bom: true, relax_column_count: true }) as string[][]).flat()
          : csv
              .slice(1)
              .split(/\r\n|\r|\n/)
              .flatMap(line => line.split(delimiter))
      // One quotation mark is the beginning of a cell, two are an empty one; three are a quotation mark in the text.
      const begin = delimiter === ',' ? /^[=+\-@＝＋－＠]/ : /^"{0,2}[=+\-@＝＋－＠]/
      expect(cells.filter(shown => begin.test(shown))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
