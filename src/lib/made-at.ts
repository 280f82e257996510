/** The instant a UUID v7 was made, in Unix milliseconds. */
export const madeAt = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)
