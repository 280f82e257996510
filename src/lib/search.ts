/** Without diacritics, đ as d, lower case: many phones are set up without a Vietnamese keyboard. */
export const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

/**
 * The items whose text holds every word of the query, in any order; those with the whole query as typed come first.
 * An empty query finds nothing.
 */
export function searchIn<Item>(items: Item[], query: string, textOf: (item: Item) => string): Item[] {
  const wanted = fold(query)
  if (!wanted) return []
  const words = wanted.split(' ')
  const found = items
    .map(item => ({ item, text: fold(textOf(item)) }))
    .filter(({ text }) => words.every(word => text.includes(word)))
  return [...found.filter(f => f.text.includes(wanted)), ...found.filter(f => !f.text.includes(wanted))].map(
    f => f.item,
  )
}
