/** A name that is not broken over two lines: 'xã Chợ Mới' reads as one word. */
export const noBreak = (name: string) => name.replace(/ /g, '\u00a0')
