import { languageCodes } from '../lib/language-codes'
import type { Language } from './languages'

/** The language that the page is in; the first one, when a browser that translates pages has named another. */
export const languageOfPage = (): Language =>
  languageCodes.find(code => code === document.documentElement.lang) ?? languageCodes[0]
