import { useSearchParams } from 'react-router'
import type { Counter } from '../../data/counters'
import { firstLanguage, isLanguage, type Language } from '../../i18n/languages'
import { siteAddress } from '../../lib/text/site-url'
import { type Paper, type PosterSize, posterSizes } from './sheets'

export const MOST_COPIES = 20

/** What is printed, read from the address of the page: a link to it prints the same for everybody. */
export function usePosterChoices(publicAddress: string | null) {
  const [query] = useSearchParams()
  const asked = query.get('size')
  const size: PosterSize = posterSizes.find(one => one === asked) ?? 'a4'
  const copies = Math.trunc(Number(query.get('copies')))
  const words = query.get('words')
  const typed = query.get('address')
  const usual = publicAddress ?? window.location.origin
  return {
    size,
    /** One counter's code; undefined for all of them. */
    counter: query.get('counter') || undefined,
    paper: (query.get('paper') === 'own' || size === 'a4' ? 'own' : 'a4') satisfies Paper as Paper,
    language: (isLanguage(words) ? words : firstLanguage) satisfies Language as Language,
    isBlack: query.get('ink') === 'black',
    copies: copies >= 1 ? Math.min(copies, MOST_COPIES) : size === 'a6' ? 4 : 1,
    /** As it was typed, when it was. */
    typed: typed ?? usual,
    /** Where phones are sent; undefined when what was typed is no address. */
    address: siteAddress(typed ?? usual),
  }
}

export type PosterChoices = ReturnType<typeof usePosterChoices>

/** Posters and leaflets in use: a kiosk and a link need no paper. One that is asked for by its code is always printed. */
export const countersToPrint = (counters: Counter[], wanted: string | undefined) =>
  counters.filter(({ code, kind, retired_on }) =>
    wanted ? code === wanted : !retired_on && (kind === 'poster' || kind === 'leaflet'),
  )
