/** A stream of numbers that is the same for the same seed, on every machine. */
export type Random = {
  /** At least 0 and below 1. */
  next: () => number
  chance: (probability: number) => boolean
  /** One of the keys, each as likely as its weight. */
  weighted: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key
  pick: <Item>(items: readonly Item[]) => Item
  /** How many of many rare events happen, when `mean` is usual (Knuth 1969). */
  poisson: (mean: number) => number
  bytes: (length: number) => Uint8Array
}

/** sfc32 by Chris Doty-Humphrey (PractRand), seeded with four FNV-1a hashes of the text. */
export function seeded(seed: string): Random {
  let a = fnv1a(`1${seed}`)
  let b = fnv1a(`2${seed}`)
  let c = fnv1a(`3${seed}`)
  let counter = fnv1a(`4${seed}`)

  const next32 = () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first numbers still resemble the seed.
  for (let i = 0; i < 15; i++) next32()

  const next = () => next32() / 2 ** 32
  return {
    next,
    chance: probability => next() < probability,
    weighted: weights => weightedKey(weights, next()),
    pick: items => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    poisson: mean => {
      let events = 0
      for (let left = next(), end = Math.exp(-mean); left > end; left *= next()) events++
      return events
    },
    bytes: length => Uint8Array.from({ length }, () => next32() & 0xff),
  }
}

function weightedKey<Key extends string>(weights: Readonly<Record<Key, number>>, share: number): Key {
  const entries = Object.entries<number>(weights) as [Key, number][]
  let left = share * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  throw new RangeError('no key has a weight')
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash
}
