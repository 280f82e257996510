import { expect, test } from 'vitest'
import { type Language, languages } from './languages'

type Catalogue = { [key: string]: string | Catalogue }

const files = import.meta.glob<Catalogue>('./*/*.json', { eager: true, import: 'default' })
const namespaces = Object.keys(files).flatMap(path => path.match(/^\.\/vi\/(.+)\.json$/)?.[1] ?? [])
/** Staff read Vietnamese or English; whoever uses another language sees these pages in Vietnamese. */
const mayBeMissing = (language: string, namespace: string) => namespace === 'staff' && language !== 'en'

/** 'rate.chosen' -> 'Ông/Bà chọn: {{answer}}' */
function sentences(catalogue: Catalogue, place = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[place + key, value] as [string, string]] : sentences(value, `${place}${key}.`),
  )
}

const placeholders = (sentence: string) => (sentence.match(/{{.+?}}/g) ?? []).sort()

const translations = (Object.keys(languages) as Language[])
  .filter(language => language !== 'vi')
  .flatMap(language => namespaces.map(namespace => [language, namespace] as const))
  .filter(([language, namespace]) => files[`./${language}/${namespace}.json`] || !mayBeMissing(language, namespace))

test.each(translations)('%s says what vi says of %s, with the same placeholders', (language, namespace) => {
  const vietnamese = new Map(sentences(files[`./vi/${namespace}.json`] ?? {}))
  const translated = new Map(sentences(files[`./${language}/${namespace}.json`] ?? {}))
  expect([...translated.keys()].sort()).toEqual([...vietnamese.keys()].sort())
  for (const [key, sentence] of translated) {
    expect(placeholders(sentence), key).toEqual(placeholders(vietnamese.get(key) ?? ''))
  }
})

test('every language that has a folder is in the list', () => {
  const folders = new Set(Object.keys(files).map(path => path.split('/')[1]))
  expect([...folders].sort()).toEqual(Object.keys(languages).sort())
})

test('a sentence stands in one namespace alone: pages look keys up in two', () => {
  const pages = ['rate', 'public'].map(namespace => files[`./vi/${namespace}.json`] ?? {})
  const [rate = [], shared = []] = pages.map(catalogue => Object.keys(catalogue))
  expect(rate.filter(part => shared.includes(part))).toEqual([])
})

test('nothing is empty, and no message begs or scolds', () => {
  for (const [key, sentence] of Object.values(files).flatMap(catalogue => sentences(catalogue))) {
    expect(sentence.trim(), key).toBe(sentence)
    expect(sentence, key).not.toBe('')
    expect(sentence, key).not.toMatch(/\b(please|sorry|invalid|oops)\b/i)
  }
})

test('Vietnamese speaks to citizens as Ông/Bà everywhere', () => {
  for (const [path, catalogue] of Object.entries(files)) {
    if (!path.startsWith('./vi/') || path.endsWith('/staff.json')) continue
    for (const [key, sentence] of sentences(catalogue)) expect(sentence, key).not.toMatch(/(?<!\p{L})bạn(?!\p{L})/iu)
  }
})

// What is said of a rule is never one: groups of five and more, fifty people, percentage points with a decimal.
const neverOne = /(at least|fewer than|under|about|a group needs) $/i
const things =
  /({{(?!(?:least|k|to)})\w+}}) (?:[a-z]+ )?(?:days|ratings|dossiers|procedures|offices|comments|petitions|people|rows|codes|counters|kiosks|answers|entries|batches|lines|times|fields|characters|results|problems|seconds|minutes|months|quarters|points|witnesses)\b/g

test('English has a word for one thing, and no other language has two', () => {
  for (const [path, catalogue] of Object.entries(files)) {
    // Its numbers are of ratings, ten and more, and no i18next runs in a frame.
    if (path === './en/embed.json') continue
    for (const [key, sentence] of sentences(catalogue)) {
      if (!path.startsWith('./en/')) expect(sentence, `${path} ${key}`).not.toMatch(/{[^{}]*\|[^{}]*}/)
      else
        for (const { index, 0: found } of sentence.matchAll(things))
          if (!found.includes('percentage points') && !neverOne.test(sentence.slice(0, index)))
            expect.fail(`${key}: ${found} has no word for one`)
    }
  }
})

test('English says one thing in one way', () => {
  for (const [path, catalogue] of Object.entries(files)) {
    if (!path.startsWith('./en/') || path.endsWith('/staff.json')) continue
    for (const [key, sentence] of sentences(catalogue)) {
      expect(sentence, key).not.toMatch(/[\d}] %/)
      // The third verdict has one name.
      expect(sentence, key).not.toMatch(/\b(too little data|not enough data to (say|tell|decide))\b/i)
    }
  }
})
