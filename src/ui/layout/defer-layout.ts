// Parts that are out of sight are laid out when they are scrolled to, or one after the other when the browser has time,
// so that the scroll bar is right and a picture of the whole page has no gaps. All at once would block an old phone.

/** Milliseconds of work that a person may notice. */
const LONG = 50
/** The pause before the next part, as a multiple of the time that the last one took. */
const REST = 100

const waiting: Element[] = []

// Safari has none.
const whenIdle = (work: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: 1_000 }) : setTimeout(work, 50)

function layOutNext() {
  requestAnimationFrame(() => {
    const begun = performance.now()
    waiting.shift()?.removeAttribute('data-later')
    // A turn later the browser has laid out and painted.
    setTimeout(() => {
      const took = performance.now() - begun
      if (waiting.length > 0) setTimeout(() => whenIdle(layOutNext), took > LONG ? took * REST : 0)
    })
  })
}

/** The ref of an element that comes with `data-later`, whose style leaves it out while it is out of sight. */
export function deferLayout(element: HTMLElement | null) {
  if (!element) return
  waiting.push(element)
  if (waiting.length === 1) whenIdle(layOutNext)
}
