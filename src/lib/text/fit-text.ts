/** Combining marks, joiners, variation selectors, skin tones, tags and the second half of a flag: they belong to what is before them. */
const FOLLOWS = /^(\p{M}|\u200C|\u200D|\p{Variation_Selector}|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}])/u
const FLAG = /^\p{Regional_Indicator}$/u

/** The letters of a text as a person sees them: no accent, emoji or Khmer cluster is in two of them. */
export function lettersOf(text: string): string[] {
  if ('Segmenter' in Intl) return [...new Intl.Segmenter('vi').segment(text)].map(({ segment }) => segment)
  const letters: string[] = []
  for (const point of text) {
    const before = letters[letters.length - 1]
    // U+17D2 makes of the next Khmer consonant a foot of this one.
    const isJoined =
      before && (FOLLOWS.test(point) || /[\u200D\u17D2]$/u.test(before) || (FLAG.test(point) && FLAG.test(before)))
    if (isJoined) letters[letters.length - 1] += point
    else letters.push(point)
  }
  return letters
}

/** The length of a text as the database counts it: in characters, and not in the halves of which JavaScript makes some. */
export const lengthOf = (text: string) => [...text.normalize()].length

/** As much of a text as fits, in whole letters. */
export function cutText(text: string, most: number) {
  let left = most
  let kept = ''
  for (const letter of lettersOf(text)) {
    left -= lengthOf(letter)
    if (left < 0) break
    kept += letter
  }
  return kept
}

/**
 * What a field holds after an input that would make its text too long: as much of what was put in as fits, in whole
 * letters, and all that was there before and after it. `caret`: where the person goes on. The attribute `maxlength` would
 * cut an emoji in half, and count a letter with two accents as three.
 */
export function fitText(before: string, after: string, most: number) {
  // One that is too long already can always be made shorter.
  if (lengthOf(after) <= most || lengthOf(after) < lengthOf(before)) return { text: after, caret: undefined }
  let start = 0
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++
  // Two emoji may begin or end with the same half.
  if (/[\uD800-\uDBFF]$/.test(after.slice(0, start))) start--
  let end = 0
  const shortest = Math.min(before.length, after.length) - start
  while (end < shortest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (/^[\uDC00-\uDFFF]/.test(after.slice(after.length - end))) end--
  const [head, tail] = [after.slice(0, start), after.slice(after.length - end)]
  const kept = cutText(after.slice(start, after.length - end), most - lengthOf(head) - lengthOf(tail))
  const text = head + kept + tail
  // Joined to its surroundings it may still be too long, or the surroundings were before.
  return lengthOf(text) <= most ? { text, caret: (head + kept).length } : { text: before, caret: head.length }
}
