import { HORN, isVowel, type Letter, writeLetter } from './letters'
import type { Method } from './methods'

/** A keyboard for Vietnamese, by the settings in which those that people have differ. */
export type Keyboard = {
  method: Method
  /** How far back a mark reaches: to the letter before it, to the last digit, or to the beginning of the word. */
  reach: 'adjacent' | 'letters' | 'word'
  /** Where the tone of two vowels stands: hòa, hoà, or always on the last one. */
  placement: 'old' | 'new' | 'last'
  /** Marks only what may become a syllable of Vietnamese, as Unikey does. */
  checksSpelling: boolean
  /** Gives the keys back at the end of a word that is no syllable. */
  restores: boolean
}

const SYLLABLE_BEGUN =
  /^(B|C|CH|D|G|GH|GI|H|K|KH|L|M|N|NG|NGH|NH|P|PH|Q|QU|R|S|T|TH|TR|V|X)?([AEIOUY]{1,3}(C|CH|M|N|NG|NH|P|T)?)?$/
const SYLLABLE =
  /^(B|C|CH|D|G|GH|GI|H|K|KH|L|M|N|NG|NGH|NH|P|PH|QU|R|S|T|TH|TR|V|X)?[AEIOUY]{1,3}(C|CH|M|N|NG|NH|P|T)?$/

const basesOf = (word: Letter[]) => word.map(({ base }) => base).join('')

/** Letters, and whether a mark was taken back: then the rest of the word is left alone. */
type Word = { letters: Letter[]; isReverted: boolean }

const append = ({ letters }: Word, key: string, isReverted: boolean): Word => ({
  letters: [...letters, { base: key, shape: '', tone: '' }],
  isReverted,
})

/** The first letter that a mark may reach. */
function reachFrom({ letters }: Word, { reach }: Keyboard) {
  if (reach === 'adjacent') return Math.max(0, letters.length - 1)
  return reach === 'word' ? 0 : letters.findLastIndex(({ base }) => /\d/.test(base)) + 1
}

/** The vowel that carries the tone, of the last group of vowels; -1 without one. */
function toneAt(letters: Letter[], from: number, { placement }: Keyboard) {
  const end = letters.findLastIndex((letter, i) => i >= from && isVowel(letter))
  if (end < 0) return -1
  let start = end
  while (start > from && isVowel(letters[start - 1] as Letter)) start--
  const shaped = letters.findLastIndex(({ shape }, i) => i >= start && i <= end && shape !== '')
  if (shaped >= 0) return shaped
  const isOpen = end === letters.length - 1
  if (placement === 'last' || start === end || !isOpen) return end
  const pair = basesOf(letters.slice(end - 1, end + 1))
  return placement === 'new' && ['OA', 'OE', 'UY'].includes(pair) ? end : end - 1
}

/** Puts the tone of the word where it belongs now. */
function placeTone(word: Word, keyboard: Keyboard): Word {
  const from = reachFrom(word, { ...keyboard, reach: keyboard.reach === 'word' ? 'word' : 'letters' })
  const at = toneAt(word.letters, from, keyboard)
  const now = word.letters.findLastIndex(({ tone }, i) => i >= from && tone !== '')
  const isOneGroup = word.letters.slice(Math.min(at, now), Math.max(at, now)).every(isVowel)
  if (at < 0 || now < 0 || at === now || !isOneGroup) return word
  const tone = word.letters[now]?.tone ?? ''
  return {
    ...word,
    letters: word.letters.map((letter, i) =>
      i === at ? { ...letter, tone } : i === now ? { ...letter, tone: '' } : letter,
    ),
  }
}

function pressTone(word: Word, key: string, tone: string, keyboard: Keyboard): Word {
  const from = reachFrom(word, keyboard)
  const at = toneAt(word.letters, from, keyboard)
  const now = word.letters.findLastIndex((letter, i) => i >= from && letter.tone !== '')
  if (at < 0 || (tone === '' && now < 0)) return append(word, key, false)
  const isTwice = tone !== '' && word.letters[at]?.tone === tone
  const letters = word.letters.map((letter, i) =>
    i < from ? letter : { ...letter, tone: i === at && !isTwice ? tone : '' },
  )
  return isTwice ? append({ ...word, letters }, key, true) : { ...word, letters }
}

function pressShape(word: Word, key: string, shapes: Record<string, string>, keyboard: Keyboard): Word | undefined {
  const from = reachFrom(word, keyboard)
  const at = word.letters.findLastIndex(({ base }, i) => i >= from && base in shapes)
  const letter = word.letters[at]
  if (!letter) return undefined
  const shape = shapes[letter.base] ?? ''
  const isTwice = letter.shape === shape
  const letters = word.letters.map((other, i) => (i === at ? { ...letter, shape: isTwice ? '' : shape } : other))
  return isTwice ? append({ ...word, letters }, key, true) : placeTone({ ...word, letters }, keyboard)
}

function pressBare(word: Word, key: string, isBare: boolean): Word {
  const last = word.letters.at(-1)
  if (isBare && last?.base === 'U') return append({ ...word, letters: word.letters.slice(0, -1) }, key, true)
  return { ...word, letters: [...word.letters, { base: 'U', shape: HORN, tone: '' }] }
}

function press(word: Word, key: string, isBare: boolean, keyboard: Keyboard): Word {
  const { tones, untone, shapes, bare } = keyboard.method
  const isIdle = word.isReverted || (keyboard.checksSpelling && !SYLLABLE_BEGUN.test(basesOf(word.letters)))
  if (isIdle) return append(word, key, word.isReverted)
  if (key === bare && isBare) return pressBare(word, key, isBare)
  const tone = key === untone ? '' : tones[key]
  if (tone !== undefined) return pressTone(word, key, tone, keyboard)
  const shaped = shapes[key] && pressShape(word, key, shapes[key], keyboard)
  if (shaped) return shaped
  return key === bare ? pressBare(word, key, false) : placeTone(append(word, key, false), keyboard)
}

function typeWord(keys: string, keyboard: Keyboard) {
  let word: Word = { letters: [], isReverted: false }
  let before = ''
  for (const key of keys.toUpperCase()) {
    // Only right after it is a second W taken for the first.
    word = press(word, key, before === 'W' && word.letters.at(-1)?.base === 'U', keyboard)
    before = key
  }
  const isSyllable = SYLLABLE.test(basesOf(word.letters))
  const isLower = keys === keys.toLowerCase()
  if (keyboard.restores && !isSyllable) return keys
  const shown = word.letters.map(writeLetter).join('')
  return isLower ? shown.toLowerCase() : shown
}

/** What arrives in the field when these keys are pressed. A space or a hyphen ends a word. */
export const typeOn = (keyboard: Keyboard, keys: string) =>
  keys.replace(/[0-9A-Z]+/gi, word => typeWord(word, keyboard))
