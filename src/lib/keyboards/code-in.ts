import { isCrockford, readCrockford } from '../crockford'

/** What stands around a code that was copied with its sentence, and in it where somebody separates groups in another way. */
const decoration = /(?![<>])[\p{P}\p{S}\p{Cc}\p{Me}]|\u0332|\uFE0F/gu

/**
 * The code of one of these lengths in what was typed or pasted: by itself, at the end of an address or of «Mã biên nhận:
 * …», in brackets or quotes. Undefined where there is none, or where it may be one of two.
 */
export function codeIn(typed: string, lengths: number[]): string | undefined {
  const isAddress = /[^\s/]\.[^\s/]+\/|:\/\//.test(typed)
  const parts = typed.split(/[#/:?=&]/).reverse()
  const pieces = isAddress ? parts : [typed, typed.replace(decoration, ''), ...parts]
  const codes = [...pieces, ...parts.map(part => part.replace(decoration, ''))]
    .map(readCrockford)
    .filter(code => lengths.some(length => isCrockford(code, length)))
  return isAddress || new Set(codes).size === 1 ? codes[0] : undefined
}
