import { useEffect, useEffectEvent } from 'react'

const IDLE_AFTER = 45_000

/** Calls back when nobody has touched anything for a while. */
export function useIdleTimer(isCounting: boolean, onIdle: () => void) {
  const idle = useEffectEvent(onIdle)
  useEffect(() => {
    if (!isCounting) return
    let timer = setTimeout(idle, IDLE_AFTER)
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(idle, IDLE_AFTER)
    }
    const signs = ['pointerdown', 'keydown'] as const
    for (const sign of signs) window.addEventListener(sign, again)
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, again)
    }
  }, [isCounting])
}

/** The screen stays on, also after it was covered. Only a page with https may ask for that. */
export function useWakeLock() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    // A low battery takes it away without a word.
    window.addEventListener('pointerup', hold)
    return () => {
      document.removeEventListener('visibilitychange', hold)
      window.removeEventListener('pointerup', hold)
      void lock?.release()
    }
  }, [])
}

/** Full screen, from the first touch and again when it is lost: a browser allows it only to somebody who touches. */
export function useFullScreen() {
  useEffect(() => {
    const fill = () => {
      if (!document.fullscreenElement) {
        document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {})
      }
    }
    window.addEventListener('pointerup', fill)
    return () => {
      window.removeEventListener('pointerup', fill)
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
    }
  }, [])
}

/**
 * The back button stays here. One entry of the history stands on top of the page's own, for all people together; a
 * browser skips entries that were made without a touch, so it is made at the first one.
 */
export function useNoWayBack(onBack: () => void) {
  const goneBack = useEffectEvent(onBack)
  useEffect(() => {
    // A ?lng= would choose the language again for everybody.
    history.replaceState(history.state, '', location.pathname)
    const guard = () => {
      if (!history.state?.kiosk) history.pushState({ ...history.state, kiosk: true }, '')
    }
    const forward = () => {
      if (history.state?.kiosk) return
      history.forward()
      goneBack()
    }
    window.addEventListener('pointerup', guard)
    window.addEventListener('keydown', guard)
    window.addEventListener('popstate', forward)
    return () => {
      window.removeEventListener('pointerup', guard)
      window.removeEventListener('keydown', guard)
      window.removeEventListener('popstate', forward)
    }
  }, [])
}

/** Keys are pressed anywhere on the page. A key that is held down counts once. */
export function useKeys(isListening: boolean, onKey: (event: KeyboardEvent) => void) {
  const pressed = useEffectEvent(onKey)
  useEffect(() => {
    if (!isListening) return
    const listen = (event: KeyboardEvent) => {
      if (!event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey) pressed(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [isListening])
}

/**
 * Keeps beside the service worker's own files what this page has loaded, which on the first day was before there was a
 * service worker: after a power cut the kiosk opens without a signal.
 */
export async function keepFiles() {
  if (!navigator.serviceWorker || !globalThis.caches) return
  await navigator.serviceWorker.ready
  // Also the letters of whoever speaks Khmer: fetched only when they are needed, they would tell the next person.
  await Promise.all([400, 700].map(weight => document.fonts.load(`${weight} 1em Khmer`, 'ក')))
  const shelf = await caches.open('assets')
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const files = loaded.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  for (const { href } of files) if (!(await caches.match(href))) await shelf.add(href)
}
