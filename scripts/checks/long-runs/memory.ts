import { readFileSync } from 'node:fs'

/** In megabytes: how much more may be in use at the end than after the warm-up, whatever is asked in between. */
export const growth = 96

/** Megabytes of memory that a process holds; undefined where /proc does not tell. */
export function memoryOf(pid: number) {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/**
 * Compares what was held in the last tenth of the samples with the most that was held in the warm-up, as many samples as it
 * takes until every kind of request has been answered often: garbage comes and goes, and a leak stays. Of a run that is
 * not much longer than the warm-up nothing is said.
 */
export function memoryGrowth(samples: number[], warmUp: number) {
  const warm = Math.max(0, ...samples.slice(0, warmUp))
  const end = median(samples.slice(-Math.ceil(samples.length / 10)))
  return { warm, end, isFlat: samples.length < 2 * warmUp || end - warm <= growth }
}
