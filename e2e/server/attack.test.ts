// The attacks of `npm run test:attack` that one server bears and that take a moment each.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeFolders } from '../../scripts/checks/attack/folders.ts'
import { attacks } from '../../scripts/checks/attack/list.ts'
import { Target } from '../../scripts/checks/attack/target.ts'
import { tryOn } from '../../scripts/checks/attack/try-out.ts'

let target: Target

beforeAll(async () => {
  target = await Target.start()
})
afterAll(async () => {
  await target?.end()
  removeFolders()
})

test.each(attacks.filter(({ isAlone, isLong }) => !isAlone && !isLong))('$severity: $name', async attack => {
  const { result, said } = await tryOn(target, attack)
  expect([result, said]).toEqual([attack.isKnown && result === 'open' ? 'open' : 'held', said])
})
