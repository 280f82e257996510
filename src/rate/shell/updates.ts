// Updates of the app. A new version's service worker is fetched in the background and waits; a page never loads another
// version's files.

import { HOUR } from '../../lib/dates/day'

const TAKE_OVER = { type: 'SKIP_WAITING' } // The message that Workbox's service worker listens for.

const worker = () => navigator.serviceWorker?.getRegistration()
const isControlled = () => navigator.serviceWorker?.controller != null

/** Registers the service worker after the page has loaded: files for offline use can wait that long. */
function registerWorker() {
  const register = () => void navigator.serviceWorker?.register('/sw.js').catch(() => {})
  if (!import.meta.env.PROD) return
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

/** Lets a version that waits take over, if there is one. */
async function takeOver() {
  ;(await worker())?.waiting?.postMessage(TAKE_OVER)
}

/** Calls back when another version has taken over from the one that this page belongs to. */
function onTakenOver(work: () => void) {
  // The very first service worker takes over from nobody.
  let hadVersion = isControlled()
  const changed = () => {
    if (hadVersion) work()
    hadVersion = true
  }
  navigator.serviceWorker?.addEventListener('controllerchange', changed)
  return () => navigator.serviceWorker?.removeEventListener('controllerchange', changed)
}

/**
 * On a person's own device: the new version takes over when the page is left, and is there at the next opening. While a
 * conversation is half done, here or in another tab, it waits.
 */
export function startUpdates(isRatingUnfinished: () => boolean) {
  registerWorker()
  let isStale = false
  onTakenOver(() => {
    isStale = true
  })
  document.addEventListener('visibilitychange', () => {
    if (isRatingUnfinished()) return
    if (document.visibilityState === 'hidden') void takeOver()
    else if (isStale) window.location.reload()
  })
}

/**
 * For a screen that is never left: checks every hour, and lets the new version take over while the screen is idle.
 * Returns how to end it.
 */
export function updateWhile(isIdle: () => boolean) {
  const end = onTakenOver(() => window.location.reload())
  const looking = setInterval(async () => (await worker())?.update().catch(() => {}), HOUR)
  const trying = setInterval(() => isIdle() && void takeOver(), 60_000)
  return () => {
    end()
    clearInterval(looking)
    clearInterval(trying)
  }
}
