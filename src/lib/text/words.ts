/** Words as a search compares them. */

/** Without diacritics, đ as d, lower case: many phones are set up without a Vietnamese keyboard. */
export const stripDiacritics = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()

/** The same, with i for y: đăng kí is đăng ký. */
export const folded = (text: string) => stripDiacritics(text).replace(/y/g, 'i')

const words = /[\p{L}\p{N}\p{M}.]+/gu

/** The words and numbers of a text as they are written; a code such as 1.001193 is one. */
export const writtenWords = (text: string) =>
  text
    .match(words)
    ?.map(word => word.replace(/^\.+|\.+$/g, ''))
    .filter(Boolean) ?? []

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Lower case with every mark, the tone at the end of its word: hoà is hòa. */
export function withTones(text: string): string {
  return writtenWords(text.normalize('NFD').toLowerCase())
    .map(word => word.replace(TONES, '') + (word.match(TONES)?.join('') ?? ''))
    .join(' ')
    .replace(/y/g, 'i')
}

/** A code as people have it, without its point or with the ministry and the province behind it: '1.001193'. */
export function plainCode(word: string): string {
  const found = /^([1-9])\.?(\d{6})(?:\.\d{2,3})*(?:\.[a-z]\d{2})?$/i.exec(word)
  return found ? `${found[1]}.${found[2]}` : word
}

export const isCode = (word: string) => /^[1-9]\.\d{6}$/.test(word)

/** Whether one letter is wrong, missing, added or two are exchanged. Source: Damerau 1964. */
export function isOneTypo(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || a === b) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1)
  return (
    short.slice(start + 1) === long.slice(start + 1) ||
    (short[start] === long[start + 1] &&
      short[start + 1] === long[start] &&
      short.slice(start + 2) === long.slice(start + 2))
  )
}
