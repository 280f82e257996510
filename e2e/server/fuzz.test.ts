import { expect, test } from 'vitest'
import { campaign } from '../../scripts/checks/fuzz/campaign.ts'

// A slice of npm run test:fuzz.
const patience = 600_000
test('two thousand requests that no page sends are refused with a key, and change nothing', {
  timeout: patience,
}, async () => {
  const { faults, statuses, stored } = await campaign({ seed: 'slice', requests: 2_000 })
  expect(faults.join('\n\n')).toBe('')
  // They are not all refused at the door.
  expect(statuses[200]).toBeGreaterThan(200)
  expect(stored).toBeGreaterThan(5)
})
