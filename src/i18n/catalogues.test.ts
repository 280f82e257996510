import { expect, test } from 'vitest'
import en from './en.json'
import km from './km.json'
import openEn from './open-en.json'
import openKm from './open-km.json'
import openVi from './open-vi.json'
import staffEn from './staff-en.json'
import staffVi from './staff-vi.json'
import vi from './vi.json'

type Catalogue = { [key: string]: string | Catalogue }

/** 'rate.chosen' -> 'Ông/Bà chọn: {{answer}}' */
function sentences(catalogue: Catalogue, place = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[place + key, value] as [string, string]] : sentences(value, `${place}${key}.`),
  )
}

const placeholders = (sentence: string) => (sentence.match(/{{.+?}}/g) ?? []).sort()

test.each([
  ['en', vi, en],
  ['km', vi, km],
  ['en to staff', staffVi, staffEn],
  ['en of data', openVi, openEn],
  ['km of data', openVi, openKm],
])('%s says what vi says, with the same placeholders', (_, original, catalogue) => {
  const vietnamese = new Map(sentences(original))
  const translated = new Map(sentences(catalogue))
  expect([...translated.keys()].sort()).toEqual([...vietnamese.keys()].sort())
  for (const [key, sentence] of translated) {
    expect(placeholders(sentence), key).toEqual(placeholders(vietnamese.get(key) ?? ''))
  }
})

test('nothing is empty, and no message begs or scolds', () => {
  for (const [key, sentence] of [vi, en, km, staffVi, staffEn, openVi, openEn, openKm].flatMap(catalogue =>
    sentences(catalogue),
  )) {
    expect(sentence.trim(), key).toBe(sentence)
    expect(sentence, key).not.toBe('')
    expect(sentence, key).not.toMatch(/\b(please|sorry|invalid|oops)\b/i)
  }
})
