/** The languages of the app, each named in itself, in full and as it fits a phone; Vietnamese first. */
export const languages = {
  vi: { name: 'Tiếng Việt', short: 'VI' },
  en: { name: 'English', short: 'EN' },
  km: { name: 'ខ្មែរ', short: 'ខ្មែរ' },
} as const
export type Language = keyof typeof languages

/** Where a choice is kept on the device; rate.html reads it before any script of ours has come. */
export const LANGUAGE_KEY = 'language'

export const isLanguage = (text: string | null | undefined): text is Language => !!text && text in languages

/** The language that the page is in. */
export const languageOfPage = (): Language => {
  const { lang } = document.documentElement
  return isLanguage(lang) ? lang : 'vi'
}
