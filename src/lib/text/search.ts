/** Without diacritics, đ as d, lower case: many phones are set up without a Vietnamese keyboard. */
export const stripDiacritics = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()

/** Words and numbers; a code such as 1.001193 is one. */
const wordsOf = (text: string) => stripDiacritics(text).match(/[\p{L}\p{N}.]+/gu) ?? []

/** Whether every word of the query begins a word of the text, in any order. */
export const matches = (text: string, query: string) => hasWords(wordsOf(text), wordsOf(query))

const hasWords = (words: string[], wanted: string[]) =>
  wanted.length > 0 && wanted.every(word => words.some(one => one.startsWith(word)))

/** The items whose text matches the query; those with the query as one phrase come first. An empty query finds nothing. */
export function searchIn<Item>(items: Item[], query: string, textOf: (item: Item) => string): Item[] {
  const wanted = wordsOf(query)
  const found = items
    .map(item => ({ item, words: wordsOf(textOf(item)) }))
    .filter(({ words }) => hasWords(words, wanted))
    .map(({ item, words }) => ({ item, hasPhrase: ` ${words.join(' ')}`.includes(` ${wanted.join(' ')}`) }))
  return [...found.filter(f => f.hasPhrase), ...found.filter(f => !f.hasPhrase)].map(f => f.item)
}
