/** A name that is not broken over two lines: 'xã Chợ Mới' reads as one word. */
export const together = (name: string) => name.replace(/ /g, '\u00a0')
