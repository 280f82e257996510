import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, type Language, REMEMBERED } from './languages'
import type staff from './staff-vi.json'
import type vi from './vi.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof vi; staff: typeof staff }
  }
}

type Catalogues = Record<Language, () => Promise<{ default: object }>>

const everything: Catalogues = {
  vi: () => import('./vi.json'),
  en: () => import('./en.json'),
  km: () => import('./km.json'),
}

/** What the citizen's conversation says, without the public's and the office's pages. */
export const conversation: Catalogues = {
  vi: () => import('./vi.json?conversation'),
  en: () => import('./en.json?conversation'),
  km: () => import('./km.json?conversation'),
}

/** What the office's side says besides. Staff read Vietnamese or English. */
const staffWords: Catalogues = {
  vi: () => import('./staff-vi.json'),
  en: () => import('./staff-en.json'),
  km: () => import('./staff-vi.json'),
}
let isStaff = false

/** From now on, in this language and every other, with what the office's side says. */
export async function speakToStaff() {
  await started
  isStaff = true
  const language = i18next.language as Language
  if (!i18next.hasResourceBundle(language, 'staff')) await addStaffWords(language)
}

async function addStaffWords(language: Language) {
  const { default: catalogue } = await staffWords[language]()
  i18next.addResourceBundle(language, 'staff', catalogue)
}

/** Brings the other languages as well: a poster speaks all three at once. */
export async function bringEveryLanguage() {
  await started
  const missing = Object.entries(everything).filter(([language]) => !i18next.hasResourceBundle(language, 'translation'))
  await Promise.all(
    missing.map(async ([language, load]) => i18next.addResourceBundle(language, 'translation', (await load()).default)),
  )
}

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null // A browser that keeps nothing starts in Vietnamese.
  }
}

function remember(language: Language) {
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // The choice holds until the page is closed.
  }
}

let started: Promise<unknown> = Promise.resolve()

/** Loads the one catalogue that is needed. `wanted` is the `?lng=` of the URL. */
export function startLanguages(wanted: string | null, catalogues = everything) {
  const first = [wanted, remembered()].find(isLanguage) ?? 'vi'
  i18next.on('languageChanged', language => {
    document.documentElement.lang = language
  })
  if (isLanguage(wanted)) remember(wanted)
  started = catalogues[first]().then(({ default: catalogue }) =>
    i18next.use(initReactI18next).init({
      lng: first,
      fallbackLng: false,
      resources: { [first]: { translation: catalogue } },
      // React escapes what it shows.
      interpolation: { escapeValue: false },
    }),
  )
  return started
}

let latest: string | undefined

/**
 * Switches to a language and remembers it. Anything that is none, and a catalogue that cannot be loaded, changes
 * nothing.
 */
export async function speak(wanted: string | null) {
  if ((await speakForNow(wanted)) && isLanguage(wanted)) remember(wanted)
}

/** The same at a device that many people use: nothing is kept of the choice. False when the language stays as it is. */
export async function speakForNow(wanted: string | null) {
  await started
  if (!isLanguage(wanted)) return false
  latest = wanted
  if (wanted === i18next.language) return false
  try {
    const [{ default: catalogue }] = await Promise.all([everything[wanted](), isStaff && addStaffWords(wanted)])
    i18next.addResourceBundle(wanted, 'translation', catalogue)
  } catch {
    return false
  }
  // Somebody has chosen again since, or gone.
  if (latest !== wanted) return false
  await i18next.changeLanguage(wanted)
  return true
}
