// Stands in rate.html itself and runs before the page is drawn. A tap is the answer, so somebody must be answerable for it
// from then on: the outbox, once its script has shown that it can keep one, and until then the form, which needs no script.
// Scripts may be too new for a phone, cut short, replaced by a portal's page, gone after a deploy or never come. It is
// written for browsers that are older than any other script of ours; where even this one cannot be read, the page stays
// "plain" and shows the form with its button.

import { isLanguage, LANGUAGE_KEY } from '../../i18n/languages'

/** How the next script takes over: `keep` stores the choice in the form; it rejects when nothing has been stored. */
export type FirstPage = {
  /** Scripts cannot be relied on here: nothing takes over from the form. */
  hasFailed: boolean
  /** The form itself is on its way: another page comes. */
  isSent: boolean
  keepWith(keep: () => Promise<unknown>): void
  fail(): void
  /** The form is gone, and with it whatever was chosen in it. */
  end(): void
}

declare global {
  interface Window {
    firstPage?: FirstPage
  }
}

/** Names that all scripts of the page need, put there as the app is built. */
declare const neededBuiltIns: string[]

/** A tap waits so many milliseconds for a script before the page offers its button, and before the form is sent. */
const OFFER = 3_000
const SEND = 8_000

const page = document.documentElement
let keep: (() => Promise<unknown>) | undefined
let isByKey = false
let isTapped = false
/** The outbox has the choice. It is that or the form on its way, never both. */
let isTaken = false
let timers: ReturnType<typeof setTimeout>[] = []

const form = () => document.forms.namedItem('rate')

const stopTimers = () => {
  timers.forEach(clearTimeout)
  timers = []
}

const firstPage: FirstPage = {
  hasFailed: false,
  isSent: false,
  keepWith(next) {
    if (firstPage.hasFailed || firstPage.isSent) return
    keep = next
    page.className = ''
    if (isTapped) take()
  },
  fail() {
    keep = undefined
    firstPage.hasFailed = true
    offerButton()
    if (isTapped) sendForm()
  },
  end: stopTimers,
}
window.firstPage = firstPage

function offerButton() {
  page.className = 'alone'
}

function sendForm() {
  const filled = form()
  if (!filled || isTaken || firstPage.isSent) return
  // An error page would be all that is left of it.
  if (navigator.onLine === false) {
    window.addEventListener('online', sendForm, { once: true })
    return
  }
  firstPage.isSent = true
  stopTimers()
  // Past the listeners, which ask whether a script will take it.
  HTMLFormElement.prototype.submit.call(filled)
}

function take() {
  if (!keep || isTaken || firstPage.isSent) return
  isTaken = true
  stopTimers()
  keep().catch(() => {
    isTaken = false
    firstPage.fail()
    sendForm()
  })
}

function answer() {
  if (keep) return take()
  stopTimers()
  timers = [setTimeout(offerButton, OFFER), setTimeout(sendForm, SEND)]
}

const has = (name: string) => {
  let found: unknown = window
  for (const part of name.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
  return found !== undefined
}

page.className = ''
if (!neededBuiltIns.every(has)) firstPage.fail()

const isOfForm = (target: EventTarget | null) => target instanceof HTMLInputElement && target.form === form()

document.addEventListener('keydown', () => {
  isByKey = true
})
for (const kind of ['pointerdown', 'touchstart', 'mousedown'])
  document.addEventListener(kind, () => {
    isByKey = false
  })
document.addEventListener('change', ({ target }) => {
  if (!isOfForm(target)) return
  isTapped = !isByKey
  // By keyboard the arrows only choose, and the button sends.
  if (isByKey) {
    stopTimers()
    page.dataset.chosen = ''
  } else {
    delete page.dataset.chosen
    answer()
  }
})
document.addEventListener('submit', event => {
  if (event.target !== form()) return
  const isAnswered = new FormData(event.target as HTMLFormElement).get('score')
  if (isTaken || firstPage.isSent) event.preventDefault()
  else if (keep && isAnswered) {
    event.preventDefault()
    take()
  } else {
    firstPage.isSent = true
    stopTimers()
  }
})

// A script that did not come, and one that came and did not do its work: cut short, or not a script at all.
const isScript = (target: EventTarget | null): target is HTMLScriptElement => target instanceof HTMLScriptElement
const whenLoaded = ({ target }: Event) => {
  if (!keep && isScript(target) && target.hasAttribute('data-tap') && page.dataset.tap === undefined) firstPage.fail()
}
const whenLost = ({ target }: Event) => {
  if (!keep && isScript(target)) firstPage.fail()
}
window.addEventListener('load', whenLoaded, true)
window.addEventListener('error', whenLost, true)
// Back from the page that the form led to.
window.addEventListener('pageshow', ({ persisted }) => persisted && firstPage.isSent && location.reload())

// The language is known before the first paint, and a chosen one is remembered though the scripts may never come.
try {
  const wanted = new URLSearchParams(location.search).get('lng')
  if (isLanguage(wanted)) localStorage.setItem(LANGUAGE_KEY, wanted)
  const chosen = isLanguage(wanted) ? wanted : localStorage.getItem(LANGUAGE_KEY)
  if (isLanguage(chosen)) page.lang = chosen
} catch {}
