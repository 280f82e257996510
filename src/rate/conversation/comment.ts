/** As much as the database keeps. */
export const MOST = 1000

/** From here on the count is also said, for whoever cannot see it. */
export const NEARLY = 900

const MAIL = /[^\s@]+@[^\s@]+\.[^\s@]/
/** Nine digits and more, however they are grouped: a telephone, an identity card, the end of a dossier code. */
const NUMBER = /\+?\d(?:[ .\-()]*\d){8,}/g
/** 1.500.000.000: thousands, as money is written. No telephone number begins like it. */
const MONEY = /^[1-9]\d{0,2}(?:([. ])\d{3})(?:\1\d{3})+$/

/** Whether a text seems to hold what could tell who wrote it. The person is told, and decides. */
export function seemsToIdentify(text: string) {
  return MAIL.test(text) || (text.match(NUMBER) ?? []).some(number => !MONEY.test(number))
}
