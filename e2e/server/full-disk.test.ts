import { expect, test } from 'vitest'
import { fullDisk } from '../../scripts/checks/full-disk/full-disk.ts'
import { mayMakeDisks } from '../../scripts/checks/full-disk/small-disk.ts'
import { crowding } from '../crowding.ts'

// A slice of npm run test:full-disk, in which the phones' pauses are short.
test.skipIf(!mayMakeDisks)(
  'on a disk that fills up and empties, no rating is lost or doubled, and all is read',
  async () => {
    const { faults, ratings, acknowledged, reads, slowest } = await fullDisk({
      seconds: 20,
      pace: 1 / 30,
      tapsASecond: 20,
    })
    expect(faults).toEqual([])
    expect(ratings).toBeGreaterThan(100)
    expect(acknowledged).toBe(ratings)
    expect(reads).toBeGreaterThan(20)
    expect(slowest).toBeLessThan(5_000 * crowding())
  },
)
