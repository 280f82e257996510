import i18next from 'i18next'
import resourcesToBackend from 'i18next-resources-to-backend'
import { initReactI18next } from 'react-i18next'
import { loadCatalogue } from './catalogues'
import { firstLanguage, isLanguage, LANGUAGE_KEY, type Language, languages } from './languages'
import type catalogue from './vi/catalogue.json'
import type control from './vi/control.json'
import type embed from './vi/embed.json'
import type evidence from './vi/evidence.json'
import type feedback from './vi/feedback.json'
import type goodPractice from './vi/good-practice.json'
import type ledger from './vi/ledger.json'
import type openData from './vi/open-data.json'
import type place from './vi/place.json'
import type plan from './vi/plan.json'
import type publicWords from './vi/public.json'
import type rate from './vi/rate.json'
import type staff from './vi/staff.json'
import { wordsAfterNumbers } from './words-after-numbers'

/**
 * `rate`: the citizen's conversation, and what every page needs. `public`: the receipt, the kiosk and the results; a
 * key that is not in the namespace of a page is looked up there. `staff`: the office's side. `open-data`: the pages
 * about the data and the software, and the one for addresses that name nothing. `catalogue`: the pages about procedures. `plan`: the reform plan.
 * `good-practice`: examples of it. `ledger`: checkpoints, witnesses and proofs. `feedback`: petitions. `place`: kiosks and displays that are
 * paired with a counter. `evidence`: what a figure counts, and why ratings are not in it. `control`: what is asked independently. `embed`: the page in another site's frame, which loads no i18next.
 */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'rate'
    fallbackNS: 'public'
    resources: {
      rate: typeof rate
      public: typeof publicWords
      staff: typeof staff
      feedback: typeof feedback
      'open-data': typeof openData
      ledger: typeof ledger
      catalogue: typeof catalogue
      plan: typeof plan
      'good-practice': typeof goodPractice
      place: typeof place
      control: typeof control
      embed: typeof embed
      evidence: typeof evidence
    }
  }
}

/** Of the rating page: no phone loads the words of the results to rate. */
export const conversationNamespaces = ['rate']
const appNamespaces = ['rate', 'public']

function rememberedLanguage() {
  try {
    return localStorage.getItem(LANGUAGE_KEY)
  } catch {
    return null // A browser that stores nothing starts in Vietnamese.
  }
}

function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(LANGUAGE_KEY, language)
  } catch {
    // The choice holds until the page is closed.
  }
}

/** Loads what is missing of the namespaces in use, also what failed before. Rejects when a catalogue cannot be loaded. */
async function loadMissing(language: string, namespaces = i18next.options.ns as string[]) {
  const missing = namespaces.filter(namespace => !i18next.hasResourceBundle(language, namespace))
  const loaded = await Promise.all(missing.map(namespace => loadCatalogue(language, namespace)))
  missing.forEach((namespace, at) => {
    i18next.addResourceBundle(language, namespace, loaded[at])
  })
}

let started: Promise<unknown> = Promise.resolve()

/**
 * Loads the one language that is needed. `wanted` is the `?lng=` of the URL. Rejects when its catalogues cannot be
 * loaded: a page of keys would help nobody.
 */
export function startLanguages(wanted: string | null, namespaces = appNamespaces) {
  const first = [wanted, rememberedLanguage()].find(isLanguage) ?? firstLanguage
  i18next.on('languageChanged', language => {
    document.documentElement.lang = language
  })
  if (isLanguage(wanted)) rememberLanguage(wanted)
  started = i18next
    .use(resourcesToBackend(loadCatalogue))
    .use(initReactI18next)
    .use(wordsAfterNumbers)
    .init({
      lng: first,
      fallbackLng: false,
      ns: namespaces,
      defaultNS: 'rate',
      fallbackNS: 'public',
      // Otherwise it begins by a timer, which waits in a hidden tab and while a clock is stopped.
      initAsync: false,
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      postProcess: wordsAfterNumbers.name,
    })
    .then(() => loadMissing(first, namespaces))
  return started
}

/** Loads a further namespace now, and with every language that is chosen later. */
export async function loadNamespace(
  namespace:
    | 'staff'
    | 'feedback'
    | 'open-data'
    | 'catalogue'
    | 'plan'
    | 'good-practice'
    | 'embed'
    | 'ledger'
    | 'place'
    | 'evidence'
    | 'control',
) {
  await started
  await i18next.loadNamespaces(namespace)
  await loadMissing(i18next.language)
}

/** Loads the other languages as well: a poster shows all of them at once. */
export async function loadAllLanguages() {
  await started
  await Promise.all(Object.keys(languages).map(language => loadMissing(language, appNamespaces)))
}

let latest: string | undefined

/**
 * Switches to a language and remembers it. Anything that is none, and a catalogue that cannot be loaded, changes
 * nothing.
 */
export async function setLanguage(wanted: string | null) {
  if ((await setLanguageForSession(wanted)) && isLanguage(wanted)) rememberLanguage(wanted)
}

/** The same at a device that many people use: the choice is not stored. False when the language stays as it is. */
export async function setLanguageForSession(wanted: string | null) {
  await started
  if (!isLanguage(wanted)) return false
  latest = wanted
  if (wanted === i18next.language) return false
  try {
    await loadMissing(wanted)
  } catch {
    return false
  }
  // Somebody has chosen again since, or gone.
  if (latest !== wanted) return false
  await i18next.changeLanguage(wanted)
  return true
}
