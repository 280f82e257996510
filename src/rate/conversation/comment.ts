/** The longest comment that the database accepts, in characters. */
export const MOST = 1000

/** From this length on screen readers announce the rest. */
export const NEARLY = 900

const MAIL = /[^\s@]+@[^\s@]+\.[^\s@]/
/** Nine digits and more, however they are grouped: a telephone, an identity card, the end of a dossier code. */
const NUMBER = /\+?\d(?:[ .\-()]*\d){8,}/g
/** 1.500.000.000: thousands, as money is written. No telephone number begins like it. */
const MONEY = /^[1-9]\d{0,2}(?:([. ])\d{3})(?:\1\d{3})+$/

/** Whether a text seems to hold something that identifies its author. The person is warned, and decides. */
export function seemsToIdentify(text: string) {
  return MAIL.test(text) || (text.match(NUMBER) ?? []).some(number => !MONEY.test(number))
}
