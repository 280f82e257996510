// Stands in index.html itself and runs before any other script: asks for the figures of the page that was opened, has
// its scripts fetched, and shows what the page is called. A script of its own file would cost a phone a round trip.

import { apiKey, apiUrl } from '../../data/api'
import { preloadedPaths } from '../../data/preloaded-queries'
import { firstLanguage, isLanguage, LANGUAGE_KEY } from '../../i18n/languages'

/** Put there as the app is built: by address, the files that a page cannot start without. */
declare const firstFiles: { [pathname: string]: string[] }

const { pathname, search } = globalThis.location
const wanted = new URLSearchParams(search).get('lng')

function language() {
  try {
    return [wanted, localStorage.getItem(LANGUAGE_KEY)].find(isLanguage) ?? firstLanguage
  } catch {
    return isLanguage(wanted) ? wanted : firstLanguage
  }
}

// With something chosen the questions are others.
const asked = search === '' || search === `?lng=${wanted}` ? (preloadedPaths[pathname] ?? []) : []
globalThis.preloadedAnswers = new Map(
  asked.map(path => {
    const answer = fetch(`${apiUrl}/rest/v1/${path}`, { headers: { apikey: apiKey } }).then(response =>
      response.ok ? response.json() : Promise.reject(new Error(String(response.status))),
    )
    // A failure is reported to whoever takes the answer, and to nobody else.
    answer.catch(() => undefined)
    return [path, answer]
  }),
)

for (const file of firstFiles[pathname] ?? []) {
  const link = document.createElement('link')
  link.rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload'
  link.href = file
  document.head.append(link)
}

document.documentElement.lang = language()

// The first number that a browser formats blocks an old phone for a fifth of a second. On pages that begin with
// figures it has nothing else to do now, while the first answers are on their way; later it would hold them up.
const warmUps = [
  () => new Intl.NumberFormat('vi-VN'),
  () => new Intl.DateTimeFormat('vi-VN'),
  () => new Intl.Collator('vi'),
]
if (firstFiles[pathname]) for (const warmUp of warmUps) setTimeout(warmUp)
