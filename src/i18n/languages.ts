import { languages } from '../lib/language-list.ts'

/** The languages of the app, as the database lists them; the first is what an unknown one falls back to. */
export { languages }
export type Language = keyof typeof languages

export const firstLanguage = Object.keys(languages)[0] as Language

/** Where a choice is kept on the device; rate.html reads it before any script of ours has come. */
export const LANGUAGE_KEY = 'language'

export const isLanguage = (text: string | null | undefined): text is Language => !!text && text in languages
