/** What may be meant by what stands in a search field. */
import { folded, isCode, plainCode, writtenWords } from './words.ts'

/** What people write before the thing that they look for, and after it; as `folded` has it. */
const before =
  /^(?:(?:cho )?(?:toi|em|minh|con) (?=muon |can |hoi |xin )|toi |xin hoi |hoi |(?:muon|can) (?:hoi |lam |biet )?(?=[^ ]+ )|(?:cach |lam )?(?:ma )?thu tuc (?:so )?|tthc |ma (?:so )?(?=\d)|so (?=\d)|cach |lam sao (?:de )?)+/
const after =
  / (?:(?:o|tai) dau|(?:nhu )?the nao|lam sao|can gi|can giai to gi|bao lau|bao nhieu tien|mai ngai|duoc khong)$/

/** Keys of Telex that mark the vowel before them, and those that are typed twice. */
const unmarkTelex = (word: string) =>
  word
    .replace(/([adeo])\1/g, '$1')
    .replace(/([aeiou])w|w/g, (_, vowel = 'u') => vowel)
    .replace(/([aeiou][a-z]*?)[sfrxj]+/g, '$1')

/** Signs of VIQR after the letters that they mark. */
const unmarkViqr = (query: string) => query.replace(/([a-z])[\^(+`'?~.*]+(?=[a-z\s]|$)/gi, '$1')

/** Digits of VNI after the letters that they mark. */
const unmarkVni = (word: string) => (/^[a-z]/.test(word) ? word.replace(/\d/g, '') : word)

/** As if the keyboard for Vietnamese had been on: hooj khaaur and ho65 kha63u are hộ khẩu. */
const typedRaw = (phrase: string) =>
  phrase
    .split(' ')
    .map(word => (/^[a-z\d]+$/.test(word) ? unmarkTelex(unmarkVni(word)) : word))
    .join(' ')

/** The query without what stands around it, which is no part of a name; unchanged where nothing is left. */
export function bare(query: string): string {
  const phrase = writtenWords(folded(query)).join(' ')
  const core = phrase.replace(before, '').replace(after, '')
  return core && core !== phrase ? core : query
}

/** Other queries that may have been meant, the likeliest first: the code that stands in it, the same typed raw. */
export function otherReadings(query: string): string[] {
  const words = writtenWords(folded(query)).map(plainCode)
  const phrase = words.join(' ')
  const raw = typedRaw(writtenWords(folded(unmarkViqr(query))).join(' '))
  return [...(words.length > 1 ? words.filter(isCode) : []), ...(raw === phrase || !raw ? [] : [raw])]
}
