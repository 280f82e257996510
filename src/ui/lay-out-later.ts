// What is out of sight is laid out when it is scrolled to: all at once would keep an old phone from answering. A device
// that does it in no time lays out the rest as well, part after part, so that its scroll bar tells the truth and a picture
// of the whole page has no gaps.

/** Milliseconds: two frames. */
const NO_TIME = 32

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
      if (performance.now() - begun > NO_TIME) waiting.length = 0
      else if (waiting.length > 0) whenIdle(layOutNext)
    })
  })
}

/** The ref of an element that comes with `data-later`, whose style leaves it out while it is out of sight. */
export function layOutLater(element: HTMLElement | null) {
  if (!element) return
  waiting.push(element)
  if (waiting.length === 1) whenIdle(layOutNext)
}
