import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { madeAt } from './made-at'
import { uuidV7 } from './uuid'

const instants = integer({ min: 0, max: 2 ** 47 })

test('it has the form that the database asks for, and tells when it was made', () => {
  assert(
    property(instants, instant => {
      const id = uuidV7(instant)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(madeAt(id)).toBe(instant)
    }),
  )
})

test('later ones sort behind earlier ones, and two of one instant differ', () => {
  assert(
    property(instants, constantFrom(1, 1000, 86_400_000), (instant, later) => {
      expect(uuidV7(instant) < uuidV7(instant + later)).toBe(true)
      expect(uuidV7(instant)).not.toBe(uuidV7(instant))
    }),
  )
})
