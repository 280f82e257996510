type Place = { code: string; parent_code: string | null }

/** All offices below one, each after the one above it. */
export const officesBelow = <Office extends Place>(all: readonly Office[], top: string): Office[] =>
  all.filter(({ parent_code }) => parent_code === top).flatMap(child => [child, ...officesBelow(all, child.code)])
