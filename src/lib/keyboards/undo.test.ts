import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALPHABET } from '../crockford'
import { inGroups } from '../in-groups'
import { type History, noHistory, withChange } from './history'
import { type Keyboard, typeOn } from './keyboard.fixtures'
import { simpleTelex, telex, vni } from './methods'
import { hasMarks, undoKeyboard } from './undo'

const plainest: Keyboard = {
  method: telex,
  reach: 'word',
  placement: 'old',
  checksSpelling: false,
  restores: false,
}

test('the keyboards do what those that people have do', () => {
  const shows = (keys: string, keyboard: Partial<Keyboard> = {}) => typeOn({ ...plainest, ...keyboard }, keys)
  expect(shows('W WW DD AA AW OO EE OW AS ASS ASZ ASF ADS DAD')).toBe('Ư W Đ Â Ă Ô Ê Ơ Á AS A À ÁD ĐA')
  expect(shows('hoaf hoaf', { placement: 'new' })).toBe('hoà hoà')
  expect(shows('hofa hofan hoaf')).toBe('hòa hoàn hòa')
  expect(shows('A7S W', { reach: 'letters', method: simpleTelex })).toBe('A7S W')
  expect(shows('A7S')).toBe('Á7')
  expect(shows('A1 A6 O7 A8 D9 A11 A10 AS', { method: vni })).toBe('Á Â Ơ Ă Đ A1 A AS')
  expect(shows('K7AS KAS', { checksSpelling: true })).toBe('K7AS KÁ')
  expect(shows('K7AS-KAS', { restores: true })).toBe('K7AS-KÁ')
})

test('one code, where nothing else can have been typed', () => {
  expect(undoKeyboard('k7m4-q29x-dp3t', 12)).toEqual(['K7M4Q29XDP3T'])
  expect(undoKeyboard('K7M4-Q29Ư-DP3T', 12)).toEqual(['K7M4Q29WDP3T'])
  expect(undoKeyboard('ư6x5r9', 6)).toEqual(['W6X5R9'])
})

test('several, where it cannot be known', () => {
  expect(undoKeyboard('ĐM4K7', 6)?.sort()).toContain('DDM4K7')
  expect(undoKeyboard('ĐM4K7', 6)?.sort()).toContain('D9M4K7')
  expect(undoKeyboard('M4KÁ', 5)?.sort()).toEqual(['M4KA1', 'M4KAS'])
  expect(undoKeyboard('M4KÁMN', 7)).toEqual(expect.arrayContaining(['M4KASMN', 'M4KAMSN', 'M4KAMNS']))
})

test('none, where no keyboard makes this of a code', () => {
  for (const typed of ['', 'K7M4', 'K7M4QU', '<script>', 'xin chào', 'K7M4Q29XDP3TÁ', 'ñ6X5R', 'កខគ']) {
    expect(undoKeyboard(typed, 6), typed).toEqual([])
  }
  expect([hasMarks('K7Á'), hasMarks('K7A'), hasMarks('<Á>')]).toEqual([true, false, false])
})

const keyboards = fc.record<Keyboard>({
  method: fc.constantFrom(telex, simpleTelex, vni),
  reach: fc.constantFrom('adjacent', 'letters', 'word'),
  placement: fc.constantFrom('old', 'new', 'last'),
  checksSpelling: fc.boolean(),
  restores: fc.boolean(),
})

const codes = (length: number) => {
  const of = (alphabet: string) =>
    fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map(all => all.join(''))
  // What is printed, and what the keyboards change most.
  return fc.oneof(of(ALPHABET), of('AEYDSFRXJZW0123456789'), of('ASW1D9'))
}

/** As people type it: with or without the hyphens, in capitals or not, and letters for the digits they look like. */
const habits = fc.record<Habit>({
  between: fc.constantFrom('-', ' ', '', '–', '\u00A0'),
  isLower: fc.boolean(),
  zero: fc.constantFrom('0', 'O'),
  one: fc.constantFrom('1', 'I', 'L'),
})

type Habit = { between: string; isLower: boolean; zero: string; one: string }

const keysOf = (code: string, { between, isLower, zero, one }: Habit) => {
  const keys = inGroups(code).replaceAll('-', between).replaceAll('0', zero).replaceAll('1', one)
  return isLower ? keys.toLowerCase() : keys
}

/** What the field shows while a person types: one text a key, or with the keyboard's own deleting in between. */
function historyOf(keyboard: Keyboard, keys: string, deletes: boolean) {
  let history: History = noHistory
  let before = ''
  for (let pressed = 1; pressed <= keys.length; pressed++) {
    const text = typeOn(keyboard, keys.slice(0, pressed))
    let same = 0
    while (text[same] && text[same] === before[same]) same++
    for (let end = before.length - 1; deletes && end >= same; end--) history = withChange(history, before.slice(0, end))
    if (text !== before) history = withChange(history, text)
    before = text
  }
  return history.texts
}

test('a mark whose key was seen to come is undone where it came', () => {
  for (const deletes of [false, true]) {
    expect(undoKeyboard('M4KÁMN', 7, historyOf(plainest, 'M4KAMSN', deletes))).toEqual(['M4KAMSN', 'M4KAM1N'])
  }
  // One that came at once, as pasted, or with a correction, tells nothing.
  expect(undoKeyboard('M4KÁMN', 7, ['M4KÁMN'])).toContain('M4KAMSN')
})

for (const length of [6, 10, 12]) {
  test(`of ${length} characters the typed code is always among those that are found`, () => {
    fc.assert(
      fc.property(codes(length), keyboards, habits, (code, keyboard, habit) => {
        const found = undoKeyboard(typeOn(keyboard, keysOf(code, habit)), length)
        if (found) expect(found).toContain(code)
      }),
      { numRuns: 1000 },
    )
  })

  test(`of ${length} characters it is there too when the field was watched`, () => {
    fc.assert(
      fc.property(codes(length), keyboards, habits, fc.boolean(), (code, keyboard, habit, deletes) => {
        const keys = keysOf(code, habit)
        const found = undoKeyboard(typeOn(keyboard, keys), length, historyOf(keyboard, keys, deletes))
        if (found) expect(found).toContain(code)
      }),
      { numRuns: 1000 },
    )
  })
}

test('of random codes nearly all are told, or are among six to choose from', () => {
  const sharesOf = (watched: boolean) => {
    const random = fc.sample(fc.array(fc.constantFrom(...ALPHABET), { minLength: 12, maxLength: 12 }), {
      numRuns: 500,
      seed: 1,
    })
    const found = random.map(characters => {
      const keys = inGroups(characters.join(''))
      return (
        undoKeyboard(typeOn(plainest, keys), 12, watched ? historyOf(plainest, keys, false) : [])?.length ?? Infinity
      )
    })
    const shareOf = (most: number) => found.filter(n => n <= most).length / found.length
    return { told: shareOf(1), choice: shareOf(6) }
  }
  const [watched, pasted] = [sharesOf(true), sharesOf(false)]
  expect(watched.told).toBeGreaterThan(0.8)
  expect(watched.choice).toBeGreaterThan(0.99)
  expect(pasted.told).toBeGreaterThan(0.65)
  expect(pasted.choice).toBeGreaterThan(0.93)
})
