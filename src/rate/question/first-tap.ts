// The first script of rate.html, and the only one that a tap has to wait for: it keeps the tap on the device and sends
// it. It knows no framework; the rest of the conversation is fetched once this one listens. It travels in one file with
// the outbox, which every other page has as well: there is no such form there, and nothing happens.
import { type RatingTarget, ratingTargetOf, readCode } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import { languageOfPage } from '../../i18n/languages'
import { outbox, startOutbox } from '../outbox/page-outbox'
import { rate, ratingOf, targetName } from '../outbox/rating-draft'
import type { Start } from '../shell/start'

const { documentElement: page } = document

/** The code in the address; without one that could be right there is nothing to keep. */
function codeHere(typed: string, isVisit: boolean) {
  try {
    return readCode(decodeURIComponent(typed), isVisit)
  } catch {
    return undefined
  }
}

/** Keeps what is chosen in the form, once it is an answer. */
function keepAnswers(form: HTMLFormElement, code: string | undefined) {
  let isByKey = false
  const keep = async () => {
    // Now and not later: meanwhile somebody may go on choosing by keyboard.
    const score = (Number(new FormData(form).get('score')) || undefined) as Score | undefined
    await outbox.ready
    // Who has answered here before sees that answer next, and can change it there.
    if (!code || !score || ratingOf(code, outbox.state.ratings, Date.now())) return
    await rate(code, undefined, score, languageOfPage())
    page.dataset.kept = ''
  }
  form.addEventListener('keydown', () => {
    isByKey = true
  })
  form.addEventListener('pointerdown', () => {
    isByKey = false
  })
  // By keyboard the arrows only choose, and the button sends.
  form.addEventListener('change', () => {
    if (!isByKey) void keep()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    void keep()
  })
  // Tapped before this script came. A choice that still shows the keyboard's focus has not been sent.
  if (!form.querySelector(':focus-visible')) void keep()
}

/** What follows looks like, now that nothing waits for it: a stylesheet in the page would hold this script back. */
function bringStyles() {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[as=style]')]
  return links.map(
    link =>
      new Promise(resolve => {
        link.onload = link.onerror = resolve
        link.rel = 'stylesheet'
      }),
  )
}

// By their addresses in the page and not by their names: what a bundler adds to such an import weighs as much as this
// script. A tap is answered between two.
async function goOn(...begun: Parameters<Start>) {
  const styles = bringStyles()
  let last: { start?: Start } | undefined
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[data-start]')) {
    last = await import(/* @vite-ignore */ href)
    await new Promise(resolve => setTimeout(resolve))
  }
  await Promise.all(styles)
  await last?.start?.(...begun)
}

function begin(form: HTMLFormElement) {
  const [, kind, typed = ''] = window.location.pathname.split('/')
  const isVisit = kind === 'v'
  const code = codeHere(typed, isVisit)
  const place: Promise<RatingTarget> | undefined = code ? ratingTargetOf(code) : undefined
  startOutbox()
  // Whose desk this is. What cannot be told is told by the page that follows.
  const sign = document.querySelector('[data-place] > span')
  place?.then(
    known => sign?.append(targetName(known)),
    () => {},
  )
  outbox.ready.then(() => {
    if (code && ratingOf(code, outbox.state.ratings, Date.now())) page.dataset.rated = ''
  })
  keepAnswers(form, code)
  // The tap is kept all the same; the page says that the next question has not come.
  goOn(typed, isVisit, form, place).catch(() => {
    page.dataset.late = ''
  })
}

const form = document.forms.namedItem('rate')
if (form) begin(form)
