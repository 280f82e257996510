import { isCrockford, readCrockford, separators } from '../crockford'
import { HORN, isVowel, type Letter, readLetter, writeLetter } from './letters'
import { type Method, telex, vni } from './methods'

/** So many codes are looked for: among more nobody would choose, and nothing would ask a server. */
export const MOST_CODES = 24

/** Steps after which the search gives up: some milliseconds on an old phone. */
const MOST_STEPS = 6_000

type Search = {
  words: Letter[][]
  method: Method
  length: number
  /** What the field showed after each key, where that was seen. */
  shows: string[] | undefined
  codes: Set<string>
  seen: Set<string>
}

/**
 * The codes of so many characters that a person may have typed when this arrived, where a keyboard for Vietnamese has
 * changed it: Telex makes Á of AS and Ư of W, VNI makes Á of A1. Which of the keyboards it was cannot be seen, so every
 * reading of all of them is listed, also those that only some allow: one code means that no other was typed. Undefined:
 * there are too many. None: no keyboard makes this of a code. `history`: what the field showed one after the other, which
 * tells when each mark came (history.ts).
 */
export function undoKeyboard(arrived: string, length: number, history: string[] = []): string[] | undefined {
  const plain = readCrockford(arrived)
  if (isCrockford(plain, length)) return [plain]
  const words = readWords(arrived)
  if (!words) return []
  // As many as the keys of the code: then each is what one of them made.
  const seen = history.length === length ? listCodes(words, length, history.map(withoutSeparators)) : []
  return seen?.length ? seen : listCodes(words, length)
}

function listCodes(words: Letter[][], length: number, shows?: string[]) {
  const codes = new Set<string>()
  for (const method of [telex, vni]) {
    const search = { words, method, length, shows, codes, seen: new Set<string>() }
    if (!explore(search, { at: 0, word: [], keys: '' })) return undefined
  }
  return [...codes]
}

const withoutSeparators = (text: string) => text.normalize('NFKC').replace(separators, '').toUpperCase()

/** True when this can only have come from a keyboard for Vietnamese. */
export const hasMarks = (arrived: string) =>
  (readWords(arrived) ?? []).some(word => word.some(({ shape, tone }) => shape || tone))

function readWords(arrived: string) {
  const parts = arrived.normalize('NFKC').split(separators).filter(Boolean)
  const words = parts.map(part => [...part].map(readLetter))
  return words.every(word => word.every(letter => letter !== undefined)) ? (words as Letter[][]) : undefined
}

/** The word that is being typed, what it shows so far, and every key until now. */
type State = { at: number; word: Letter[]; keys: string }

const shown = (word: Letter[]) => word.map(writeLetter).join('')

/** Goes through every sequence of keys that may lead to what arrived; false when there are too many. */
function explore(search: Search, state: State): boolean {
  const { words, length, codes, seen } = search
  const { at, word, keys } = state
  const target = words[at]
  if (!target) {
    const code = readCrockford(keys)
    if (isCrockford(code, length)) codes.add(code)
    return codes.size <= MOST_CODES
  }
  const name = `${at} ${shown(word)} ${keys}`
  if (seen.has(name)) return true
  seen.add(name)
  if (seen.size > MOST_STEPS) return false
  if (keysNeeded(search, state) > length - keys.length || !wasSeen(search, state)) return true
  if (shown(word) === shown(target) && !explore(search, { at: at + 1, word: [], keys })) return false
  return steps(search, state).every(next => explore(search, next))
}

/** Whether the field showed this after so many keys. */
function wasSeen({ words, shows }: Search, { at, word, keys }: State) {
  const known = shows?.[keys.length - 1]
  return known === undefined || known === [...words.slice(0, at).map(shown), shown(word)].join('')
}

/** At least so many more keys are needed. */
function keysNeeded({ words, method }: Search, { at, word }: State) {
  const target = words[at] ?? []
  const later = [...target.slice(word.length), ...words.slice(at + 1).flat()]
  const missing = word.map((letter, i) => {
    const { base, shape, tone } = target[i] as Letter
    return {
      shape: base !== letter.base || (shape !== '' && shape !== letter.shape),
      tone: tone !== letter.tone && tone,
    }
  })
  // A tone that stands elsewhere may move there by itself.
  const strays = word.filter(({ tone }, i) => tone && tone !== target[i]?.tone).length
  const tones = [...missing, ...later].filter(({ tone }) => tone).length
  const isOneKey = ({ base, shape }: Letter) => shape === '' || (base === 'U' && method.bare !== undefined)
  return (
    later.length +
    later.filter(letter => !isOneKey(letter)).length +
    missing.filter(({ shape }) => shape).length +
    Math.max(0, tones - strays)
  )
}

function steps(search: Search, { at, word, keys }: State): State[] {
  const { method, words } = search
  const next = words[at]?.[word.length]
  const state = (key: string) => (shows: Letter[]) => ({ at, word: shows, keys: keys + key })
  const hidden = markKeys(method).flatMap(key => marked(word, key, method).flatMap(moved).map(state(key)))
  if (!next) return hidden
  const isBare = next.base === 'U' || next.base === 'W'
  const key = next.base === 'U' ? (method.bare ?? '') : next.base
  if (!key) return hidden
  const letters = isBare && key === method.bare ? [{ base: 'U', shape: HORN, tone: '' }] : []
  if (next.base !== 'U') letters.push({ base: key, shape: '', tone: '' })
  const visible = [word, ...unmarked(word, key, method)].flatMap(before => letters.map(letter => [...before, letter]))
  return [...visible.flatMap(moved).map(state(key)), ...hidden]
}

const markKeys = ({ tones, untone, shapes }: Method) => [...Object.keys(tones), untone, ...Object.keys(shapes)]

const replaced = (word: Letter[], at: number, change: Partial<Letter>) =>
  word.map((letter, i) => (i === at ? { ...letter, ...change } : letter))

/** What a key that appends nothing may make of the word: it marks a letter anywhere before it, or takes the tone. */
function marked(word: Letter[], key: string, { tones, untone, shapes, bare }: Method): Letter[][] {
  const tone = key === untone ? '' : tones[key]
  return word.flatMap((letter, i) => {
    const shape = shapes[key]?.[letter.base]
    const others = word.map(other => ({ ...other, tone: '' }))
    return [
      ...(tone !== undefined && tone !== letter.tone && isVowel(letter)
        ? [replaced(word, i, { tone }), replaced(others, i, { tone })]
        : []),
      ...(shape && shape !== letter.shape ? [replaced(word, i, { shape })] : []),
      // W twice is W.
      ...(key === bare && letter.base === 'U' ? [replaced(word, i, { base: key, shape: '', tone: '' })] : []),
    ]
  })
}

/** What is left of the word when a key appends itself because it was pressed twice. */
function unmarked(word: Letter[], key: string, { tones, shapes }: Method): Letter[][] {
  return word.flatMap((letter, i) => [
    ...(letter.tone && letter.tone === tones[key] ? [replaced(word, i, { tone: '' })] : []),
    ...(letter.shape && letter.shape === shapes[key]?.[letter.base] ? [replaced(word, i, { shape: '' })] : []),
  ])
}

/** A tone may move to another vowel beside it as the word grows: hòa, hoàn. */
function moved(word: Letter[]): Letter[][] {
  const words = [word]
  for (const [i, { tone }] of word.entries()) {
    for (const j of tone ? [i - 1, i + 1, i - 2, i + 2] : []) {
      const between = word.slice(Math.min(i, j), Math.max(i, j) + 1)
      if (word[j]?.tone === '' && between.every(isVowel)) {
        words.push(replaced(replaced(word, i, { tone: '' }), j, { tone }))
      }
    }
  }
  return words
}
