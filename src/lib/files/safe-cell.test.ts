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

test('whatever stands in a cell, no cell of a file begins a formula, and nothing is lost', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '@x', 'Quầy 1; "cũ"', '', '-'), fc.integer())
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), rows => {
      const read: string[][] = parse(csvOf(rows), { bom: true, relax_column_count: true })
      for (const [i, row] of rows.entries()) {
        for (const [j, value] of row.entries()) {
          const shown = read[i]?.[j] ?? ''
          if (typeof value === 'string') expect(shown).not.toMatch(/^[=+\-@\t\r\n]/)
          expect(shown.replace(/^'/, '')).toBe(String(value).replace(/^'/, ''))
        }
      }
    }),
  )
})
