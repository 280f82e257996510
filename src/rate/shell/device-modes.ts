import { useDomEvent } from '../../ui/use-dom-event'

// The functions that begin something return how to end it.

/** Listens for keys anywhere on the page. A key that is held down counts once. */
export function useKeys(isListening: boolean, onKey: (event: KeyboardEvent) => void) {
  const listen = (event: KeyboardEvent) => {
    if (!event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey) onKey(event)
  }
  useDomEvent('keydown', listen, { when: isListening })
}

/** Holds a wake lock, so that the screen stays on. Only a page with https may ask for one. */
export function startWakeLock() {
  let lock: WakeLockSentinel | undefined
  const request = async () => {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  void request()
  document.addEventListener('visibilitychange', request)
  // A low battery releases it without an event.
  window.addEventListener('pointerup', request)
  return () => {
    document.removeEventListener('visibilitychange', request)
    window.removeEventListener('pointerup', request)
    void lock?.release()
  }
}

/** Full screen, from the first touch and again when it is lost: a browser allows it only within a touch. */
export function startFullScreen() {
  const request = () => {
    if (!document.fullscreenElement) {
      document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {})
    }
  }
  window.addEventListener('pointerup', request)
  return () => {
    window.removeEventListener('pointerup', request)
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
  }
}

/**
 * Makes the back button stay on this page and call back. One entry of the history lies above the page's own, the same
 * for all people; a browser skips entries that were made without a touch, so it is made at the first one.
 */
export function blockBack(onBack: () => void) {
  // A ?lng= would choose the language again for everybody.
  history.replaceState(history.state, '', location.pathname)
  const guard = () => {
    if (!history.state?.kiosk) history.pushState({ ...history.state, kiosk: true }, '')
  }
  const forward = () => {
    if (history.state?.kiosk) return
    history.forward()
    onBack()
  }
  window.addEventListener('pointerup', guard)
  window.addEventListener('keydown', guard)
  window.addEventListener('popstate', forward)
  return () => {
    window.removeEventListener('pointerup', guard)
    window.removeEventListener('keydown', guard)
    window.removeEventListener('popstate', forward)
  }
}

/**
 * Stores what this page has loaded beside the service worker's own files: on the first day that was before there was a
 * service worker. After a power cut the kiosk then opens without a signal.
 */
export async function cacheLoadedFiles() {
  if (!navigator.serviceWorker || !globalThis.caches) return
  await navigator.serviceWorker.ready
  // Khmer letters for everybody: if they were fetched only when needed, the cache would show that somebody used them.
  await Promise.all([400, 700].map(weight => document.fonts.load(`${weight} 1em Khmer`, 'ក')))
  const cache = await caches.open('assets')
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const files = loaded.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  for (const { href } of files) if (!(await caches.match(href))) await cache.add(href)
}
