import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/khmer.css'
import { StrictMode, startTransition, useEffect, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { toProblem } from '../data/problem'
import { type RatingTarget, readCode } from '../data/rating-targets'
import type { Score } from '../data/ratings'
import { conversationNamespaces, startLanguages } from '../i18n/setup'
import { StepView } from './conversation/step-view'
import { forgetOneOld, startJudging } from './outbox/after-tap'
import { outbox } from './outbox/page-outbox'
import { isRatingUnfinished } from './outbox/unfinished-rating'
import { NoPlace, RatePage } from './question/rate-page'
import type { Start } from './shell/start'
import { startUpdates } from './shell/updates'

/** The state of the form on the page without scripts, at the moment at which it is replaced. */
function readForm(form: HTMLFormElement) {
  const chosen = (Number(new FormData(form).get('score')) || undefined) as Score | undefined
  const isAnswered = 'recorded' in document.documentElement.dataset
  return { chosen, hasFocus: hasFocus(form), isAnswered }
}

/** Whether somebody is in the form by keyboard; a browser that does not tell that from a tap says where the focus is. */
function hasFocus(form: HTMLFormElement) {
  try {
    return form.querySelector('input:focus-visible') !== null
  } catch {
    return form.contains(document.activeElement)
  }
}

/** The selector of the element that has the focus: the skip link, its target, or a face. */
let focused: string | undefined
const FACE = 'input'
const follow = () => {
  focused = ['.skip', '#main', FACE].find(place => document.activeElement?.matches(place))
}

/**
 * Takes on what somebody did by keyboard on the first page while this one was being drawn, in the moment in which it is
 * replaced: the next key may come before anything else. The form is on no page any more, and still knows the last choice.
 */
function goOn(form: HTMLFormElement) {
  document.removeEventListener('focusin', follow)
  const hasLostFocus = focused !== undefined && document.activeElement === document.body
  // Without this the keyboard would start again at the top of the page.
  if (hasLostFocus && focused !== FACE) document.querySelector<HTMLElement>(`${focused}`)?.focus()
  const chosen = new FormData(form).get('score')
  const face = document.querySelector<HTMLInputElement>(`main [name=score][value="${chosen ?? 1}"]`)
  if (!face) return
  if (document.documentElement.dataset.chosen !== undefined && !face.checked) {
    // As an arrow chooses it: a click alone would be a tap, and send it.
    face.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))
    face.click()
    face.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
  }
  if (hasLostFocus && focused === FACE) face.focus()
}

/** Once the conversation is on the page in place of the first faces. */
function takeOver() {
  window.firstPage?.end()
  // Tests and benchmarks wait for this mark: the page answers from here on. Only now is anything fetched for later.
  document.documentElement.dataset.ready = ''
  startUpdates(isRatingUnfinished)
  void forgetOneOld()
}

/** Shows the first page again when this one cannot be drawn: React leaves nothing, and the faces worked. */
function putBack(element: HTMLElement, unmount: () => void) {
  const first = [...element.childNodes]
  const { dataset } = document.documentElement
  return (error: unknown) => {
    console.error(error)
    if (dataset.ready !== undefined) return
    setTimeout(() => {
      unmount()
      element.append(...first)
      dataset.late = ''
    })
  }
}

type Props = { typed: string; isVisit: boolean; form: HTMLFormElement; place: Promise<RatingTarget> | undefined }

function Page({ typed, isVisit, form, place }: Props) {
  const { t } = useTranslation()
  useLayoutEffect(() => goOn(form), [form])
  useEffect(takeOver, [])
  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Conversation typed={typed} isVisit={isVisit} form={form} place={place} />
    </>
  )
}

function Conversation({ typed, isVisit, form, place }: Props) {
  try {
    return (
      <RatePage
        code={readCode(decodeURIComponent(typed), isVisit)}
        begun={readForm(form)}
        asked={place}
        StepView={StepView}
      />
    )
  } catch (error) {
    return <NoPlace problem={toProblem(error)} />
  }
}

/** Takes over from the faces that were there before any script, and goes on with the conversation. */
export const start: Start = async (typed, isVisit, form, place) => {
  startJudging()
  const wanted = new URLSearchParams(window.location.search).get('lng')
  // No event announces the replacement, so the focus is followed until then.
  follow()
  document.addEventListener('focusin', follow)
  await Promise.all([startLanguages(wanted, conversationNamespaces), outbox.ready])
  const element = document.getElementById('root') as HTMLElement
  const root = createRoot(element, { onUncaughtError: putBack(element, () => root.unmount()) })
  // As a transition it is drawn in small steps, between which a slow phone answers a tap.
  startTransition(() =>
    root.render(
      <StrictMode>
        <Page typed={typed} isVisit={isVisit} form={form} place={place} />
      </StrictMode>,
    ),
  )
}
