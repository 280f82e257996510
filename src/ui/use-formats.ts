import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { createFormats } from '../lib/text/format'

const onLanguage = (changed: () => void) => {
  i18next.on('languageChanged', changed)
  return () => i18next.off('languageChanged', changed)
}
const language = () => i18next.language

/** Numbers and dates as the chosen language writes them. */
export const useFormats = () => createFormats(useSyncExternalStore(onLanguage, language, language))
