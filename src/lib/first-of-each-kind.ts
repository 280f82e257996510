/**
 * At most so many of a list, taken from every kind in turn, so that a rare kind is not hidden behind a hundred thousand of
 * another; in their old order. `kinds` says how many there are of each, the most frequent first, with the first `one`.
 */
export function firstOfEachKind<One>(list: One[], kindOf: (one: One) => string, most: number) {
  const kinds = new Map<string, { one: One; n: number }>()
  const ranked = list.map((one, at) => {
    const kind = kinds.get(kindOf(one)) ?? { one, n: 0 }
    kind.n++
    kinds.set(kindOf(one), kind)
    return { one, at, ofItsKind: kind.n }
  })
  const taken = ranked.toSorted((a, b) => a.ofItsKind - b.ofItsKind || a.at - b.at).slice(0, most)
  return {
    first: taken.toSorted((a, b) => a.at - b.at).map(({ one }) => one),
    kinds: [...kinds.values()].toSorted((a, b) => b.n - a.n),
  }
}
