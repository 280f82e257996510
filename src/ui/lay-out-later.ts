// What is out of sight when it comes is laid out when the browser has time, one part after the other: all at once would
// keep an old phone from answering for a quarter of a second.

const waiting: Element[] = []

// Safari has none.
const whenIdle = (work: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: 1_000 }) : setTimeout(work, 50)

function layOutNext() {
  waiting.shift()?.removeAttribute('data-later')
  if (waiting.length > 0) requestAnimationFrame(() => whenIdle(layOutNext))
}

/** The ref of an element that comes with `data-later`, whose style leaves it out while it is out of sight. */
export function layOutLater(element: HTMLElement | null) {
  if (!element) return
  waiting.push(element)
  if (waiting.length === 1) whenIdle(layOutNext)
}
