/** Replaces spaces, so that a name such as 'xã Chợ Mới' is not broken over two lines. */
export const noBreak = (name: string) => name.replace(/ /g, '\u00a0')

// Without lookbehind, which phones of 2020 do not read.
const place =
  /(^|[^\p{L}])((?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hị xã|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hành phố|[Tt]ỉnh)(?: \p{Lu}\p{L}*)+)/gu
const lastPair = /(?: \p{Lu}\p{L}*){2,}$| \S{1,7} \S{1,7}$/u

/**
 * Keeps together what belongs together in a registered name: 'xã Cù Lao Giêng' anywhere in it, and its last two words,
 * so that none stands alone. The rest may break: such a name can be three lines long.
 */
export const keepNames = (name: string) =>
  name
    .replace(place, (_, before: string, named: string) => before + noBreak(named))
    .replace(lastPair, end => ` ${noBreak(end.slice(1))}`)
