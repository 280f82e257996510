import { expect, test } from 'vitest'
import { misreadFiles } from '../../../scripts/checks/office-files/misread.ts'
import { handledColumns, headings, line, type OfficeFile } from '../../../scripts/checks/office-files/office-file.ts'
import { textFiles } from '../../../scripts/checks/office-files/texts.ts'
import { valueFiles } from '../../../scripts/checks/office-files/workbook-values.ts'
import { workbook } from '../../../scripts/checks/office-files/workbook-writer.ts'
import { workbookFiles } from '../../../scripts/checks/office-files/workbooks.ts'
import { UnreadableFile } from './file-problem.ts'
import { importRows } from './import-schema.ts'
import { openFile, tableIn } from './import-table.ts'

async function outcomeOf({ kind, bytes }: OfficeFile) {
  try {
    const table = tableIn(kind, await openFile(bytes))
    if (!table) return { asksForSheet: true }
    const { rows, columns, doubts, blank, restored } = importRows(kind, table.data, table.columns)
    return {
      rows: rows.map(row => row.map(cell => cell ?? '-').join(' | ')),
      columns: columns.join(' '),
      doubts: doubts.map(({ cell, doubt, seen }) => `${cell} ${doubt} ${seen}`),
      leftOut: table.leftOut,
      blank,
      restored,
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { refused: [error.key, error.at?.cell].filter(Boolean).join(' ') }
    throw error
  }
}

const files = [...workbookFiles, ...valueFiles, ...textFiles, ...misreadFiles]

test('the folder of files is large enough, and each name is told once', () => {
  expect(files.length).toBeGreaterThanOrEqual(40)
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
})

test.each(files.map(file => [file.name, file] as const))('%s', async (_, file) => {
  const { name, kind, bytes, ...expected } = file
  const all = expected.refused || expected.asksForSheet ? {} : { doubts: [], leftOut: {}, restored: {} }
  const outcome = await outcomeOf(file)
  if (expected.doubts) expect(outcome).toMatchObject({ doubts: expected.doubts })
  else expect(outcome).toMatchObject({ ...all, ...expected })
})

test('five thousand rows are soon read, and the share that is read is told', async () => {
  const bytes = workbook({ sheets: [{ rows: [headings, ...Array(5000).fill(line)], dimension: 'A1' }], isShared: true })
  const shares: number[] = []
  const since = performance.now()
  const table = tableIn('handled', await openFile(bytes, share => shares.push(share)))
  const { rows, columns } = importRows('handled', table?.data ?? [], table?.columns ?? [])
  // Half a second on an idle machine; what grew with the square of the rows would take minutes.
  expect(performance.now() - since).toBeLessThan(10_000)
  expect(rows).toHaveLength(5000)
  expect(columns.join(' ')).toBe(handledColumns)
  expect(shares.length).toBeGreaterThan(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})
