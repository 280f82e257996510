/** A letter as a keyboard shows it: what was typed, the mark that makes it another letter, and the tone. */
export type Letter = {
  /** Upper case, or a digit. */
  base: string
  /** A combining mark: circumflex, breve, horn, or the stroke of Đ; '' without one. */
  shape: string
  /** A combining mark, or ''. */
  tone: string
}

export const CIRCUMFLEX = '\u0302'
export const BREVE = '\u0306'
export const HORN = '\u031B'
export const STROKE = '\u0335'

export const ACUTE = '\u0301'
export const GRAVE = '\u0300'
export const HOOK = '\u0309'
export const TILDE = '\u0303'
export const DOT = '\u0323'

const shapes = [CIRCUMFLEX, BREVE, HORN, STROKE]
const tones = [ACUTE, GRAVE, HOOK, TILDE, DOT]

/** Y is one in Vietnamese. */
export const isVowel = ({ base }: Letter) => 'AEIOUY'.includes(base)

/** Undefined for what is no letter of Vietnamese, no letter of English and no digit. */
export function readLetter(typed: string): Letter | undefined {
  const [base = '', ...marks] = typed.toUpperCase().replace('Đ', `D${STROKE}`).normalize('NFD')
  const shape = marks.filter(mark => shapes.includes(mark)).join('')
  const tone = marks.filter(mark => tones.includes(mark)).join('')
  const isKnown = /^[0-9A-Z]$/.test(base) && shape.length <= 1 && tone.length <= 1
  return isKnown && marks.length === shape.length + tone.length ? { base, shape, tone } : undefined
}

export const writeLetter = ({ base, shape, tone }: Letter) =>
  shape === STROKE ? 'Đ' : (base + shape + tone).normalize('NFC')
