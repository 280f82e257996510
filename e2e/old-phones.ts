import type { Page } from '@playwright/test'
import { newerThanChrome80, newerThanSafari13, olderThanFloor } from '../scripts/build/old-browsers/built-ins'

const since = (byYear: Record<number, string[]>, year: number) =>
  Object.entries(byYear).flatMap(([learned, names]) => (Number(learned) >= year ? names : []))

/** What a browser of the oldest kind in which the whole app works does not know. */
export const belowFloor = [...since(newerThanChrome80, 0), ...newerThanSafari13]

/** What browsers learned in a year or later. */
export const learnedSince = (year: number) => [
  ...since({ ...newerThanChrome80 }, year),
  ...since(olderThanFloor, year),
  ...(year <= 2019 ? newerThanSafari13 : []),
]

/** Takes these names away before a page's own scripts run. */
export const without = (page: Page, names: string[]) =>
  page.addInitScript(names => {
    const typedArray = Object.getPrototypeOf(Uint8Array)
    for (const name of names) {
      const parts = name.split('.')
      const last = parts.pop() as string
      const step = (owner: unknown, part: string) =>
        part === 'TypedArray' ? typedArray : (owner as Record<string, unknown> | undefined)?.[part]
      const owner = parts.reduce(step, window as unknown)
      if (owner) delete (owner as Record<string, unknown>)[last]
    }
  }, names)
