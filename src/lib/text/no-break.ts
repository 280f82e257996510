/** Replaces spaces, so that a name such as 'xã Chợ Mới' is not broken over two lines. */
export const noBreak = (name: string) => name.replace(/ /g, '\u00a0')
