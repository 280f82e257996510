/** Reads the sheets of a workbook (.xlsx), whatever program wrote it. Formulas never run. Source: ECMA-376, part 1, 18. */
import type { FileTable } from '../files/file-cell.ts'
import { UnreadableFile } from '../files/file-problem.ts'
import { formatOf } from './number-format.ts'
import { readCells } from './sheet-cells.ts'
import { attribute, plainText, walkXml } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

export type Sheet = FileTable & { name: string }
export type Workbook = {
  /** Those that the person sees, in their order. */
  sheets: Sheet[]
  hiddenSheets: number
}

type SheetPlace = { name: string; id: string; isHidden: boolean }

/** `onProgress` gets the share of the sheets that is read, 0..1. Throws UnreadableFile. */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  onProgress: (share: number) => void = () => {},
): Promise<Workbook> {
  const archive = openArchive(bytes)
  const book = await bookOf(archive)
  const { places, is1904, isUnrun } = await placesOf(archive, book)
  const targets = await targetsOf(archive, book)
  const [strings, formats] = [await stringsOf(archive), await formatsOf(archive)]
  const seen = places.filter(({ isHidden }) => !isHidden)
  const sheets: Sheet[] = []
  for (const [at, { name, id }] of seen.entries()) {
    const xml = await archive.read(targets.get(id) ?? `xl/worksheets/sheet${at + 1}.xml`)
    // A sheet that is a chart has no cells.
    if (xml === null) continue
    const told = (share: number) => onProgress((at + share) / seen.length)
    sheets.push({ name, ...readCells(xml, { strings, formats, is1904, isUnrun }, told) })
  }
  return { sheets, hiddenSheets: places.length - seen.length }
}

/** Where the list of sheets stands: nearly always in xl/workbook.xml. */
async function bookOf(archive: Archive) {
  let book = 'xl/workbook.xml'
  walkXml((await archive.read('_rels/.rels')) ?? '', {
    open: (_, attributes) => {
      if (attribute(attributes, 'Type')?.endsWith('/officeDocument')) book = attribute(attributes, 'Target') ?? book
    },
  })
  return book.replaceAll('\\', '/').replace(/^\//, '')
}

async function placesOf(archive: Archive, book: string) {
  const xml = await archive.read(book)
  if (xml === null) throw new UnreadableFile('broken')
  const places: SheetPlace[] = []
  let [is1904, isUnrun] = [false, false]
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = isTrue(attribute(attributes, 'date1904'))
      if (name === 'calcPr') isUnrun = isTrue(attribute(attributes, 'fullCalcOnLoad'))
      if (name !== 'sheet') return
      places.push({
        name: attribute(attributes, 'name') ?? '',
        id: attribute(attributes, 'id') ?? '',
        isHidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
      })
    },
  })
  return { places, is1904, isUnrun }
}

const isTrue = (value = '') => /^(1|true)$/.test(value)

async function targetsOf(archive: Archive, book: string) {
  const targets = new Map<string, string>()
  walkXml((await archive.read(book.replace(/[^/]*$/, '_rels/$&.rels'))) ?? '', {
    open: (name, attributes) => {
      const target = attribute(attributes, 'Target')?.replaceAll('\\', '/') ?? ''
      if (name === 'Relationship')
        targets.set(attribute(attributes, 'Id') ?? '', /^\/|^xl\//.test(target) ? target : `xl/${target}`)
    },
  })
  return targets
}

/** Texts that cells share. A text in several styles is in several parts; how an East Asian one is read aloud is none. */
async function stringsOf(archive: Archive) {
  const strings: string[] = []
  let [text, isIn, isSpoken] = ['', false, false]
  walkXml((await archive.read('xl/sharedStrings.xml')) ?? '', {
    open: name => {
      if (name === 'si') text = ''
      if (name === 'rPh') isSpoken = true
      isIn = name === 't' && !isSpoken
    },
    text: more => {
      if (isIn) text += plainText(more)
    },
    close: name => {
      if (name === 't') isIn = false
      if (name === 'rPh') isSpoken = false
      if (name === 'si') strings.push(text)
    },
  })
  return strings
}

/** The number format of each cell style. */
async function formatsOf(archive: Archive) {
  const written = new Map<number, string>()
  const formats: string[] = []
  let isInCells = false
  walkXml((await archive.read('xl/styles.xml')) ?? '', {
    open: (name, attributes) => {
      if (name === 'numFmt')
        written.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) formats.push(formatOf(Number(attribute(attributes, 'numFmtId') ?? 0), written))
    },
    close: name => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return formats
}
