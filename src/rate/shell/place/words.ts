import i18next, { type ResourceKey } from 'i18next'
import { firstLanguage } from '../../../i18n/languages'

const files = import.meta.glob<ResourceKey>('../../../i18n/*/place.json', { import: 'default' })

async function load(language: string) {
  if (i18next.hasResourceBundle(language, 'place')) return
  const file = files[`../../../i18n/${language}/place.json`] ?? files[`../../../i18n/${firstLanguage}/place.json`]
  i18next.addResourceBundle(language, 'place', await file?.())
}

let isListening = false

/**
 * Loads the words about kiosks and displays that are paired with a counter, now and with every language that is chosen
 * later. By itself: what all pages load has no room for the addresses of what a few devices need. Rejects without a signal.
 */
export async function loadPlaceWords() {
  if (!isListening) i18next.on('languageChanged', language => void load(language).catch(() => {}))
  isListening = true
  await load(i18next.language)
}
