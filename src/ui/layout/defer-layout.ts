// What is out of sight is laid out when it is scrolled to, or else part after part when the browser has time, so that the
// scroll bar tells the truth and a picture of the whole page has no gaps. All at once would keep an old phone from
// answering.

/** Milliseconds of work that a person may notice. */
const LONG = 50
/** How many times as long a device then rests before the next part. */
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
