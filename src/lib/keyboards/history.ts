/** What a field has shown since it was empty, one text a key. */
export type History = { texts: string[]; shrunkFrom: number }

export const noHistory: History = { texts: [], shrunkFrom: 0 }

/**
 * The history after another change of the field. A keyboard on a computer deletes letters and writes them again with
 * their mark: what is shown in between is left out. If it was the person who deleted, fewer or more texts are left than
 * the code has characters, and the history tells nothing (undo.ts).
 */
export function withChange({ texts, shrunkFrom }: History, text: string): History {
  const before = texts.at(-1) ?? ''
  if (text === '') return noHistory
  if (text.length < before.length && shrunkFrom === 0) return { texts, shrunkFrom: before.length }
  if (text.length < shrunkFrom) return { texts, shrunkFrom }
  // A hyphen or a space is no character of the code.
  const isSeparator =
    text.length > before.length && text.startsWith(before) && !/[\p{L}\p{N}]/u.test(text.slice(before.length))
  return { texts: isSeparator ? [...texts.slice(0, -1), text] : [...texts, text], shrunkFrom: 0 }
}
