import { maskSteps } from './mask-steps'

const spellings: [letters: RegExp, plain: string][] = [
  [/[\n\r\u0085\p{Zl}\p{Zp}]/u, '|'],
  [/[\p{Cc}\p{Zs}]/u, ' '],
  [/[#▒＃﹟]/, '~'],
  [/`|\p{Cf}|\p{Variation_Selector}|[\u0300-\u036F]|[\u180B-\u180F]|[\u2060-\u206F]|[\u20D0-\u20FF]/u, '`'],
  [/[\p{Pd}−˗⁃➖]/u, '-'],
  [/[·•‧∙⋅・。｡․﹒．۔⸱…]/, '.'],
  [/[、，､،٫٬]/, ','],
  [/[⁄∕⧸]/, '/'],
  [/[đĐðÐ]/, 'd'],
]

const isDigit = (code: number) => /^\p{Nd}$/u.test(String.fromCodePoint(code))

/** 0 to 9 of a digit of any script: ten stand in a row, and where a row begins no digit stands before it. */
function digitValue(code: number) {
  let zero = code
  while (isDigit(zero - 1)) zero -= 1
  return String((code - zero) % 10)
}

/** As private.plain_letters of the database has it; beyond ASCII and Khmer one letter is like another here. */
export function plainLetter(letter: string) {
  if (/^[ -"$-@[-_a-~\u1780-\u17D3]$/.test(letter)) return letter
  const spelling = spellings.find(([letters]) => letters.test(letter))
  if (spelling) return spelling[1]
  const plain = letter.normalize('NFKD').replace(/[\u0300-\u036F]/g, '')
  if (/^[!-~]$/.test(plain)) return plain.toLowerCase()
  const code = letter.codePointAt(0) ?? 0
  return isDigit(code) ? digitValue(code) : '\uFFFD'
}

const known = new Map<string, string>()

function plainLetterOf(letter: string) {
  const plain = known.get(letter) ?? plainLetter(letter)
  known.set(letter, plain)
  return plain
}

const patterns = maskSteps.map(([filler, pattern]) => ({ filler, pattern: new RegExp(pattern, 'g') }))

/** The plain copy with each find of a pattern filled, letter for letter. */
function fillMatches(plain: string, pattern: RegExp, filler: string) {
  return plain.replace(pattern, (_, before: string, span: string) => before + filler.repeat(span.length))
}

/**
 * A comment as its office will read it: ▒▒▒ in the place of whatever could tell who wrote it, all else as written. The
 * same as private.mask_identifiers of the database, step by step.
 */
export function maskIdentifiers(written: string) {
  const letters = [...written]
  const copy = letters.map(plainLetterOf)
  const places = letters.map((_, place) => place).filter(place => copy[place] !== '`')
  const plain = patterns.reduce(
    (filled, { filler, pattern }) => fillMatches(filled, pattern, filler),
    places.map(place => copy[place]).join(''),
  )
  let masked = ''
  let done = 0
  for (const { index, 0: span } of plain.matchAll(/#+/g)) {
    masked += `${letters.slice(done, places[index]).join('')}▒▒▒`
    // Up to the next letter: marks on the last one go with it.
    done = places[index + span.length] ?? letters.length
  }
  return masked + letters.slice(done).join('')
}
