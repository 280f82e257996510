// The first script of rate.html, and the only one that a tap has to wait for: it stores the tap on the device and sends
// it. It uses no framework; the rest of the conversation is fetched once this one listens. It travels in one file with
// the outbox, which every other page has as well: there is no such form there, and nothing happens.
import { fetchRatingTarget, type RatingTarget, readCode } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import { languageOfPage } from '../../i18n/language-of-page'
import { outbox, startOutbox } from '../outbox/page-outbox'
import { findRating, rate, targetName } from '../outbox/rating-draft'
import type { Start } from '../shell/start'
import type { FirstPage } from './first-page'

const { documentElement: page } = document

/** The code in the address; undefined when it is malformed, and then nothing is stored. */
function readAddressCode(typed: string, isVisit: boolean) {
  try {
    return readCode(decodeURIComponent(typed), isVisit)
  } catch {
    return undefined
  }
}

/** Stores the choice in the form. Rejects when nothing has been stored. */
async function keepChoice(form: HTMLFormElement, code: string) {
  const score = Number(new FormData(form).get('score')) as Score
  // The next page shows an earlier answer at this counter, where it can be changed.
  if (findRating(code, outbox.state.ratings, Date.now())) return
  await rate(code, undefined, score, languageOfPage())
  page.dataset.recorded = ''
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
async function loadConversation(firstPage: FirstPage, ...begun: Parameters<Start>) {
  const styles = loadStyles()
  let last: { start?: Start } | undefined
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[data-start]')) {
    last = await import(/* @vite-ignore */ href)
    await new Promise(resolve => setTimeout(resolve))
  }
  await Promise.all(styles)
  // Another page is on its way: a question that is asked once more would be answered twice.
  if (!firstPage.isSent) await last?.start?.(...begun)
}

function startPage(form: HTMLFormElement, firstPage: FirstPage) {
  const [, kind, typed = ''] = location.pathname.split('/')
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
  // Until the outbox has shown that it works the form is left to the browser, and so it is with a code that is none.
  outbox.ready.then(() => {
    if (!code) return
    if (findRating(code, outbox.state.ratings, Date.now())) page.dataset.rated = ''
    firstPage.keepWith(() => keepChoice(form, code))
  }, firstPage.fail)
  // The tap is stored all the same; the page announces that the next question has not loaded.
  loadConversation(firstPage, typed, isVisit, form, place).catch(() => {
    page.dataset.late = ''
  })
}

const form = document.forms.namedItem('rate')
const { firstPage } = window
if (form && firstPage && !firstPage.hasFailed) {
  startPage(form, firstPage)
  // The mark of a script that came whole and ran.
  page.dataset.tap = ''
}
