import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maskIdentifiers, plainLetter } from '../../../src/lib/text/mask.ts'

const fileOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

let db: PGlite

beforeAll(async () => {
  db = await PGlite.create({ extensions: { pgcrypto } })
  for (const name of ['010100_foundations', '060350_comment_masking'])
    await db.exec(fileOf(`../../migrations/20261101${name}.sql`))
})
afterAll(() => db?.close())

async function maskedByDatabase(written: string[]) {
  const { rows } = await db.query<{ masked: string }>(
    'select private.mask_identifiers(w) as masked from unnest($1::text[]) with ordinality t (w, n) order by n',
    [written],
  )
  return rows.map(({ masked }) => masked)
}

// Each knows the letters of its own version of Unicode.
test('the app and the database read every letter alike', async () => {
  for (let first = 1; first < 0xe0200; first += 0x1000) {
    // Chinese and Korean, and what is not assigned.
    const isAlike = (first > 0x4000 && first < 0x9000) || (first > 0xb000 && first < 0xd000)
    if (isAlike || (first > 0x20000 && first < 0xe0000)) continue
    const letters = Array.from({ length: 0x1000 }, (_, i) => first + i)
      .filter(code => code < 0xd800 || code > 0xdfff)
      .map(code => String.fromCodePoint(code))
    // As numbers: what arrives from the database has lost a byte order mark.
    const { rows } = await db.query<{ code: number; plain: string }>(
      `select ascii(letter) as code, private.plain_letters(letter) as plain from jsonb_array_elements_text($1) letter
        where unicode_assigned(letter)`,
      [JSON.stringify(letters)],
    )
    const different = rows.filter(
      ({ code, plain }) =>
        plainLetter(String.fromCodePoint(code)) !== (/^[ -~\u1780-\u17D3]$/.test(plain) ? plain : '\uFFFD'),
    )
    expect(different).toEqual([])
  }
}, 120_000)

const { masked, kept }: { masked: [string, string][]; kept: string[] } = JSON.parse(
  fileOf('../fixtures/comment_masking.json'),
)
const written = [...masked.map(([text]) => text), ...kept]
const parts = written.flatMap(text => text.split(/(?=[ .,:;/-])/u))
const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...parts) },
  { weight: 3, arbitrary: fc.constantFrom(...written) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...'0123456789',
      ' ',
      '.',
      '-',
      '/',
      ':',
      ',',
      '(',
      ')',
      '@',
      '+',
      '\n',
      '\u200b',
      '#',
      '~',
      '▒',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'đồng',
      'k',
      'zalo: ',
      'năm ',
      'không ',
      'chín ',
      'fb.com/',
      'H01',
      '84',
      '2026',
      '٣',
      '៤',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }).filter(text => !text.includes('\0')) },
)
const mixture = fc.array(part, { maxLength: 25 }).map(list => list.join('').toWellFormed())

test('the app and the database mask alike, whatever is mixed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mixture, { minLength: 30, maxLength: 30 }), async texts => {
      expect(texts.map(maskIdentifiers)).toEqual(await maskedByDatabase(texts))
    }),
    { numRuns: 60 },
  )
}, 120_000)
