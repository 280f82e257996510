// The first script of rate.html, and the only one that a tap has to wait for: it stores the tap on the device and sends
// it. It uses no framework; the rest of the conversation is fetched once this one listens. It travels in one file with
// the outbox, which every other page has as well: there is no such form there, and nothing happens.
import { fetchRatingTarget, type RatingTarget, readCode } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import { languageOfPage } from '../../i18n/languages'
import { outbox, startOutbox } from '../outbox/page-outbox'
import { findRating, rate, targetName } from '../outbox/rating-draft'
import type { Start } from '../shell/start'

const { documentElement: page } = document

/** The code in the address; undefined when it is malformed, and then nothing is stored. */
function readAddressCode(typed: string, isVisit: boolean) {
  try {
    return readCode(decodeURIComponent(typed), isVisit)
  } catch {
    return undefined
  }
}

/** Stores the choice in the form, once it is an answer. */
function storeAnswers(form: HTMLFormElement, code: string | undefined) {
  let isByKey = false
  const store = async () => {
    // Read before the wait: the person may go on choosing by keyboard.
    const score = (Number(new FormData(form).get('score')) || undefined) as Score | undefined
    await outbox.ready
    // The next page shows an earlier answer at this counter, where it can be changed.
    if (!code || !score || findRating(code, outbox.state.ratings, Date.now())) return
    await rate(code, undefined, score, languageOfPage())
    page.dataset.recorded = ''
  }
  form.addEventListener('keydown', () => {
    isByKey = true
  })
  form.addEventListener('pointerdown', () => {
    isByKey = false
  })
  // By keyboard the arrows only choose, and the button sends.
  form.addEventListener('change', () => {
    if (!isByKey) void store()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    void store()
  })
  // Tapped before this script came. A choice that still shows the keyboard's focus has not been sent.
  if (!form.querySelector(':focus-visible')) void store()
}

/** Turns the preloaded stylesheets on; earlier they would block this script. */
function loadStyles() {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[as=style]')]
  return links.map(
    link =>
      new Promise(resolve => {
        link.onload = link.onerror = resolve
        link.rel = 'stylesheet'
      }),
  )
}

// By their addresses in the page and not by their names: the code that a bundler adds to such an import is as large as
// this script. A tap is answered between two of them.
async function loadConversation(...begun: Parameters<Start>) {
  const styles = loadStyles()
  let last: { start?: Start } | undefined
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[data-start]')) {
    last = await import(/* @vite-ignore */ href)
    await new Promise(resolve => setTimeout(resolve))
  }
  await Promise.all(styles)
  await last?.start?.(...begun)
}

function startPage(form: HTMLFormElement) {
  const [, kind, typed = ''] = window.location.pathname.split('/')
  const isVisit = kind === 'v'
  const code = readAddressCode(typed, isVisit)
  const place: Promise<RatingTarget> | undefined = code ? fetchRatingTarget(code) : undefined
  startOutbox()
  // Names the desk. If that fails, the page that follows explains why.
  const sign = document.querySelector('[data-place] > span')
  place?.then(
    known => sign?.append(targetName(known)),
    () => {},
  )
  outbox.ready.then(() => {
    if (code && findRating(code, outbox.state.ratings, Date.now())) page.dataset.rated = ''
  })
  storeAnswers(form, code)
  // The tap is stored all the same; the page announces that the next question has not loaded.
  loadConversation(typed, isVisit, form, place).catch(() => {
    page.dataset.late = ''
  })
}

const form = document.forms.namedItem('rate')
if (form) startPage(form)
