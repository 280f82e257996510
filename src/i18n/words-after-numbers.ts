/**
 * `{day|days}` after a number is the word for one, and the word for more: "1 day", "2 days". Vietnamese and Khmer have one
 * word for both. It stands in the sentence, as the number does, because a sentence may hold several.
 */
export const wordsAfterNumbers = {
  type: 'postProcessor',
  name: 'words',
  process: (sentence: string) =>
    sentence.replace(
      /([\d.,]*) \{([^{}|]+)\|([^{}|]+)\}/g,
      (_, number, one, more) => `${number} ${number === '1' ? one : more}`,
    ),
} as const
