/** Control characters, signs that turn the direction of what follows, and what stands for a letter that got lost. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const NOT_SHOWN = /[\0-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD-\uFFFF]/g

/**
 * What a person wrote, without what cannot be shown, kept or sent: it is cleaned and not refused. As private.clean_text of
 * the database, which however keeps no blanks around it; here somebody may still be typing.
 */
export function cleanText(written: string) {
  // Letter by letter, a half of a surrogate pair stands alone: \p{Cs}.
  const whole = written.replace(/\p{Cs}/gu, '')
  return whole
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(NOT_SHOWN, '')
    .normalize()
}
