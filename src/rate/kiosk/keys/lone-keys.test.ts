import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listenForLoneKeys } from './lone-keys'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const plain = { repeat: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false }

function listen() {
  const lone: string[] = []
  let bursts = 0
  const keys = listenForLoneKeys({ onLone: key => lone.push(key), onBurst: () => bursts++, onFirst: () => {} })
  const event = (key: string, changes = {}) => ({ ...plain, key, timeStamp: performance.now(), ...changes })
  const press = (key: string, held = 60, changes = {}) => {
    keys.down(event(key, changes))
    vi.advanceTimersByTime(held)
    keys.up(event(key, changes))
  }
  return { lone, press, keys, event, bursts: () => bursts }
}

test('a key by itself counts, once, and only when nothing follows', () => {
  const { lone, press } = listen()
  press('4')
  vi.advanceTimersByTime(200)
  expect(lone).toEqual([])
  vi.advanceTimersByTime(2_000)
  expect(lone).toEqual(['4'])
  press('5', 400)
  vi.advanceTimersByTime(2_000)
  expect(lone).toEqual(['4', '5'])
})

test('a held key, and one with Alt or Ctrl, does not', () => {
  const { lone, press, keys, event } = listen()
  press('5', 1_600)
  vi.advanceTimersByTime(2_000)
  press('5', 60, { altKey: true })
  vi.advanceTimersByTime(2_000)
  keys.down(event('5'))
  vi.advanceTimersByTime(500)
  for (let i = 0; i < 20; i++) {
    keys.down(event('5', { repeat: true }))
    vi.advanceTimersByTime(33)
  }
  keys.up(event('5'))
  vi.advanceTimersByTime(5_000)
  expect(lone).toEqual([])
})

test('keys that move may come fast, and the one that chooses comes after a pause', () => {
  const { lone, press, bursts } = listen()
  for (let i = 0; i < 4; i++) {
    press('Tab', 40)
    vi.advanceTimersByTime(90)
  }
  vi.advanceTimersByTime(300)
  press('Enter')
  vi.advanceTimersByTime(1_000)
  expect(lone).toEqual(['Enter'])
  expect(bursts()).toBe(0)
})

test('keys that waited for a busy page are known by their own time', () => {
  const { lone, keys, event } = listen()
  const at = performance.now()
  keys.down(event('5', { timeStamp: at }))
  keys.up(event('5', { timeStamp: at + 5 }))
  // The page was busy for longer than the pause; the next key of the reader comes late, with its true time.
  vi.advanceTimersByTime(320)
  expect(lone).toEqual(['5'].slice(1))
  keys.down(event('Enter', { timeStamp: at + 20 }))
  keys.up(event('Enter', { timeStamp: at + 25 }))
  vi.advanceTimersByTime(2_000)
  expect(lone).toEqual([])
})

const typed = fc.array(
  fc.record({
    key: fc.constantFrom(
      ...'12345',
      '8',
      '|',
      'A',
      'Shift',
      'Tab',
      'Enter',
      ' ',
      'ArrowRight',
      'Escape',
      'Unidentified',
    ),
    held: fc.integer({ min: 0, max: 30 }),
    gap: fc.integer({ min: 0, max: 90 }),
    altKey: fc.boolean(),
  }),
  { minLength: 2, maxLength: 60 },
)

test('no key of what a reader types counts, at whatever speed and with a stutter', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 4 }), fc.integer({ min: 0, max: 900 }), (scans, stutter) => {
      const { lone, press } = listen()
      for (const scan of scans) {
        for (const [i, { key, held, gap, altKey }] of scan.entries()) {
          press(key, held, { altKey })
          // A stutter comes within a scan once it is known to be one.
          const isTyped = (at: number) => !/^(Tab|Shift|Arrow.+)$/.test(scan[at]?.key ?? '')
          vi.advanceTimersByTime(i === 2 && isTyped(0) && isTyped(1) ? Math.max(gap, stutter) : gap)
        }
        vi.advanceTimersByTime(3_000)
      }
      expect(lone.filter(key => !/^(Tab|Shift|Arrow.+)$/.test(key))).toEqual([])
    }),
  )
})
