/** A list in pieces of so many, the last one shorter. */
export const chunks = <One>(list: One[], size: number) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
