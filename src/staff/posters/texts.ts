import i18next from 'i18next'
import type { Language } from '../../i18n/languages'
import { loadAllLanguages } from '../../i18n/setup'

/** Loads the catalogues of all languages, and the font of Khmer. */
export async function loadPosterTexts() {
  // Before anything is drawn: a page printed at once would have boxes instead of letters.
  const letters = ['400', '700'].map(weight => document.fonts.load(`${weight} 1em Khmer`, 'ខ'))
  await Promise.all([loadAllLanguages(), Promise.allSettled(letters)])
}

/** The texts of a poster besides its office and its counter, in one language. */
export function posterTexts(language: Language) {
  const t = i18next.getFixedT(language)
  return {
    language,
    question: t('poster.question'),
    how: t('poster.how'),
    howShort: t('poster.how_short'),
    cannotScan: t('poster.cannot_scan'),
    orType: t('poster.or_type'),
    anonymous: t('poster.anonymous'),
    unseen: t('poster.unseen'),
    published: t('poster.published'),
    counter: t('poster.counter'),
    scores: ([1, 2, 3, 4, 5] as const).map(score => ({ score, word: t(`score.${score}`) })),
  }
}

export type PosterTexts = ReturnType<typeof posterTexts>

/** One counter's poster. */
export type Poster = {
  office: string
  /** What the plate on the desk shows. */
  number: string | null
  counter: string
  /** The office's telephone, only where it is known. */
  hotline: string | null
  /** The agency that the office belongs to, from the settings. */
  agency: { name: string | null; logo: string | null }
  /** The address in the QR code. */
  address: string
  /** The same, short, for typing. */
  typed: string
  words: PosterTexts
  /** The other two languages. */
  others: PosterTexts[]
}

/** Names that would take more lines than the sheet has: it does not grow, so they are set smaller. */
export const hasLongNames = ({ office, counter, hotline }: Poster) =>
  office.length + counter.length + (hotline?.length ?? 0) > 90

/** As the office writes its number, after the name of the counter. */
export const withHotline = (counter: string, hotline: string | null) =>
  hotline ? `${counter} · ĐT: ${hotline}` : counter

/** 'Quầy 1: Hộ tịch' is 'Hộ tịch' beside a plate with the number 1. */
export function nameBesidePlate(name: string, number: string | null) {
  const [first = '', ...rest] = name.split(/\s*[:·–-]\s+/)
  return number !== null && rest.length > 0 && first.endsWith(` ${number}`)
    ? name.slice(name.indexOf(rest[0] ?? ''))
    : name
}
