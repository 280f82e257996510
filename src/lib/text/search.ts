/** Finds procedures and offices by what people type. The same on every page. */
import { bare, otherReadings } from './readings.ts'
import type { Synonym } from './synonyms.ts'
import { folded, isCode, isOneTypo, plainCode, withTones, writtenWords } from './words.ts'

/** How a text was found, the best first; items of one rank come with the shortest first. */
const ranks = { code: 0, whole: 1, start: 2, named: 3, phrase: 4, words: 5, meant: 6, joined: 7, typo: 8 }

type Text = { whole: string; words: string[]; phrase: string; digits: string[] }

const prepared = new Map<string, Text>()

/** Texts are searched at every key: each is taken apart once. */
function taken(text: string): Text {
  let found = prepared.get(text)
  if (!found) {
    const words = writtenWords(folded(text)).map(plainCode)
    found = {
      whole: text,
      words,
      phrase: words.join(' '),
      digits: words.filter(isCode).map(code => code.replace('.', '')),
    }
    if (prepared.size > 20_000) prepared.clear()
    prepared.set(text, found)
  }
  return found
}

type Query = Text & { hasMarks: boolean }

function asked(query: string): Query {
  const plain = query.replace(/(\d),(\d)/g, '$1.$2').replace(/\b([1-9]) (\d{6})\b/, '$1.$2')
  const text = taken(plain)
  return { ...text, hasMarks: /[^\p{ASCII}]/u.test(plain) }
}

/** A number of three digits or more may be any part of a code; a word begins another. */
const fits = (wanted: string, { words, digits }: Text) =>
  words.some(word => word.startsWith(wanted)) ||
  (/^[\d.]{3,}$/.test(wanted) && digits.some(code => code.includes(wanted.replace(/\./g, ''))))

const hasPhrase = (phrase: string, wanted: string) => ` ${phrase}`.includes(` ${wanted}`)
const hasWholePhrase = (phrase: string, wanted: string) => ` ${phrase} `.includes(` ${wanted} `)

/** Whether all these words are in the query, with others between them: sổ đỏ bị sai tên. */
const isAmong = (words: string[], query: Query) =>
  words.length <= query.words.length && words.every(word => query.words.includes(word))

/** Whether the letters typed stand in a row in the text, from the beginning of a word, wherever the blanks are. */
function isJoined(letters: string, { words }: Text) {
  return (
    letters.length >= 5 &&
    words.some((_, i) =>
      words
        .slice(i, i + 12)
        .join('')
        .startsWith(letters),
    )
  )
}

/** What is meant if one letter of the query is wrong: the words as they are written, or nothing. */
function mended(query: Query, text: Text): string | undefined {
  let typos = 0
  const places = query.words.map((wanted, i) => {
    const isLast = i === query.words.length - 1
    const whole = text.words.findIndex(word => word === wanted || (isLast && word.startsWith(wanted)))
    if (whole >= 0) return whole
    typos += 1
    const isLong = wanted.length >= 4 || (wanted.length === 3 && query.words.length > 1)
    return isLong ? text.words.findIndex(word => isOneTypo(wanted, word)) : -1
  })
  if (typos !== 1 || places.includes(-1)) return undefined
  const written = writtenWords(text.whole)
  return places.map(at => written[at]).join(' ')
}

function directRank(query: Query, text: Text): number | undefined {
  const { words, phrase } = query
  if (words.length === 1 && isCode(phrase) && text.words.includes(phrase)) return ranks.code
  const isStart = `${text.phrase} `.startsWith(`${phrase} `)
  // The code and the field follow the name.
  if (isStart && (text.words.length === words.length || isCode(text.words[words.length] ?? ''))) return ranks.whole
  if (isStart || text.phrase.startsWith(phrase)) return ranks.start
  if (hasPhrase(text.phrase, phrase)) return ranks.phrase
  return words.every(word => fits(word, text)) ? ranks.words : undefined
}

type Meant = { synonym: Synonym; rank: number; size: number }

/** The procedures that people call so. Of names within the query the longest says most. */
function meantBy(query: Query, synonyms: readonly Synonym[], isMended = false): Meant[] {
  const found = synonyms.flatMap(synonym => {
    const fitting = [synonym.name, ...synonym.others].flatMap((other, i) => {
      const { phrase, words } = taken(other)
      if (isMended)
        return mended(query, taken(other)) && words.length <= query.words.length + 1
          ? [{ rank: ranks.typo, size: 0 }]
          : []
      if (i > 0 && (phrase === query.phrase || phrase.replace(/ /g, '') === query.phrase))
        return [{ rank: ranks.named, size: 0 }]
      const isWithin =
        phrase.length > 3 && (hasWholePhrase(query.phrase, phrase) || (words.length > 1 && isAmong(words, query)))
      if (isWithin) return [{ rank: ranks.meant, size: phrase.length }]
      const isPart = i > 0 && query.phrase.length >= 4 && hasPhrase(phrase, query.phrase)
      return isPart ? [{ rank: ranks.meant, size: query.phrase.length }] : []
    })
    const best = fitting.sort((a, b) => a.rank - b.rank || b.size - a.size)[0]
    return best ? [{ synonym, ...best }] : []
  })
  return found.sort((a, b) => a.rank - b.rank || b.size - a.size)
}

/** Whether a text is that of a procedure: it holds its code, or begins with its name. */
const isOf = ({ code, name }: Synonym, text: Text) =>
  text.digits.length > 0 ? text.words.includes(code) : text.phrase.startsWith(taken(name).phrase)

export type Found<Item> = {
  items: Item[]
  /** The official words in place of those that were typed, when these were not found as they are. */
  by: string[]
}

/** More than fits a line. */
const MOST_NAMED = 3

/**
 * The items that the query finds, the likeliest first; an empty query finds nothing. Marks, capitals, i and y, and where a
 * tone stands make no difference; if nothing is found, neither do blanks and one wrong letter.
 */
export function search<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
  synonyms: readonly Synonym[] = [],
): Found<Item> {
  const typed = query.normalize('NFKC')
  const readings = [bare(typed), ...otherReadings(typed)].map(asked)
  const texts = items.map(item => ({ item, text: taken(textOf(item)) }))
  for (const find of [asWritten, asOneWord, withOneTypo]) {
    for (const wanted of readings) {
      if (wanted.words.length === 0) continue
      const found = find(wanted, texts, synonyms)
      if (found.items.length > 0) return found
    }
  }
  return { items: [], by: [] }
}

type Searched<Item> = { item: Item; text: Text }[]

const asWritten = <Item>(wanted: Query, texts: Searched<Item>, synonyms: readonly Synonym[]) =>
  ranked(wanted, texts, meantBy(wanted, synonyms))

function asOneWord<Item>(wanted: Query, texts: Searched<Item>) {
  const letters = wanted.words.join('')
  const joined = texts.flatMap(one => (isJoined(letters, one.text) ? [{ ...one, rank: ranks.joined, at: 0 }] : []))
  return inOrder(joined, wanted)
}

function withOneTypo<Item>(wanted: Query, texts: Searched<Item>, synonyms: readonly Synonym[]) {
  const guesses = texts.flatMap(one => {
    const by = mended(wanted, one.text)?.toLowerCase()
    return by ? [{ ...one, rank: ranks.typo, at: 0, by }] : []
  })
  return guesses.length > 0 ? inOrder(guesses, wanted) : ranked(wanted, texts, meantBy(wanted, synonyms, true))
}

type Ranked<Item> = { item: Item; text: Text; rank: number; at: number; by?: string }

function ranked<Item>(query: Query, texts: Searched<Item>, meant: Meant[]): Found<Item> {
  const found = texts.flatMap(({ item, text }): Ranked<Item>[] => {
    const at = meant.findIndex(({ synonym }) => isOf(synonym, text))
    const bySynonym = meant[at]
    const direct = directRank(query, text)
    if (bySynonym && (direct === undefined || direct > bySynonym.rank)) {
      return [
        {
          item,
          text,
          rank: bySynonym.rank,
          at,
          ...((direct ?? ranks.words) >= ranks.words && { by: bySynonym.synonym.name }),
        },
      ]
    }
    return direct === undefined ? [] : [{ item, text, rank: direct, at: 0 }]
  })
  return inOrder(found, query)
}

/** Only procedures are plain or compound: offices keep the order in which they come. */
const lengthOf = <Item>({ text }: Ranked<Item>) => (text.digits.length > 0 ? text.words.length : 0)

/** By rank; then what has the same marks as the query, then the plain procedure before those that add something. */
function inOrder<Item>(found: Ranked<Item>[], { hasMarks, whole }: Query): Found<Item> {
  const toned = hasMarks ? withTones(whole) : ''
  const isAlike = ({ text }: Ranked<Item>) => Number(hasMarks && hasPhrase(withTones(text.whole), toned))
  const sorted = found
    .map(one => ({ ...one, isAlike: isAlike(one) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at || b.isAlike - a.isAlike || lengthOf(a) - lengthOf(b))
  // Where the first is what was typed, nobody wonders why it is there.
  const by = new Set(sorted[0]?.by ? sorted.flatMap(one => one.by ?? []) : [])
  return { items: sorted.map(({ item }) => item), by: [...by].slice(0, MOST_NAMED) }
}

/** For lists that ask about one of their texts at a time: whether a search among all of them finds it. */
export function finder(texts: readonly string[], synonyms: readonly Synonym[] = []) {
  let last: string | undefined
  let found = new Set<string>()
  return (text: string, query: string) => {
    if (query !== last) found = new Set(search(texts, query, one => one, synonyms).items)
    last = query
    return found.has(text)
  }
}
