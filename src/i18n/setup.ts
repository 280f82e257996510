import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, LANGUAGE_KEY, type Language } from './languages'
import type open from './open-vi.json'
import type staff from './staff-vi.json'
import type vi from './vi.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof vi; staff: typeof staff; open: typeof open }
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

/** What some pages say besides, each in a namespace of its own. */
const furtherWords = {
  /** The office's side. Staff read Vietnamese or English. */
  staff: {
    vi: () => import('./staff-vi.json'),
    en: () => import('./staff-en.json'),
    km: () => import('./staff-vi.json'),
  },
  /** The pages about the data and the software. */
  open: {
    vi: () => import('./open-vi.json'),
    en: () => import('./open-en.json'),
    km: () => import('./open-km.json'),
  },
} satisfies Record<string, Catalogues>
type Further = keyof typeof furtherWords
const spoken = new Set<Further>()

/** From now on, in this language and every other, with these words too. */
async function speakFurther(words: Further) {
  await started
  spoken.add(words)
  const language = i18next.language as Language
  if (!i18next.hasResourceBundle(language, words)) await addWords(words, language)
}

export const speakToStaff = () => speakFurther('staff')
export const speakOfData = () => speakFurther('open')

async function addWords(words: Further, language: Language) {
  const { default: catalogue } = await furtherWords[words][language]()
  i18next.addResourceBundle(language, words, catalogue)
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
    return localStorage.getItem(LANGUAGE_KEY)
  } catch {
    return null // A browser that keeps nothing starts in Vietnamese.
  }
}

function remember(language: Language) {
  try {
    localStorage.setItem(LANGUAGE_KEY, language)
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
  if ((await setLanguageForSession(wanted)) && isLanguage(wanted)) remember(wanted)
}

/** The same at a device that many people use: nothing is kept of the choice. False when the language stays as it is. */
export async function setLanguageForSession(wanted: string | null) {
  await started
  if (!isLanguage(wanted)) return false
  latest = wanted
  if (wanted === i18next.language) return false
  try {
    const [{ default: catalogue }] = await Promise.all([
      everything[wanted](),
      ...[...spoken].map(words => addWords(words, wanted)),
    ])
    i18next.addResourceBundle(wanted, 'translation', catalogue)
  } catch {
    return false
  }
  // Somebody has chosen again since, or gone.
  if (latest !== wanted) return false
  await i18next.changeLanguage(wanted)
  return true
}
