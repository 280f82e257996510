import './ui/tokens.css'
import './ui/base.css'
import './ui/khmer.css'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { startLanguages } from './i18n/setup'
import { forgetOneOld, startJudging } from './rate/outbox/after-tap'
import { startOutbox } from './rate/outbox/page-outbox'
import { isRatingUnfinished } from './rate/outbox/unfinished-rating'
import { startUpdates } from './rate/shell/updates'
import { routes } from './routes'

startOutbox()
startJudging()
startUpdates(isRatingUnfinished)
// What was not sent of a petition goes on from any page; only its own pages wait for it.
import('./rate/shell/start-petition-outbox').then(({ startOutgoing }) => startOutgoing()).catch(() => undefined)

/** Continues in another task, so that an old phone can answer a tap in between. A timer would wait in a hidden tab. */
const nextTurn = () =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve(undefined)
    }
    port2.postMessage(null)
  })

/** A router that has loaded its page: until then there would be nothing to see in place of what index.html shows. */
async function startRouter() {
  await nextTurn()
  const router = createBrowserRouter(routes)
  await new Promise<void>(resolve => {
    const look = () => router.state.initialized && resolve()
    router.subscribe(look)
    look()
  })
  return router
}

// Both at once: the router loads the page while the catalogue is on its way.
const started = startLanguages(new URLSearchParams(window.location.search).get('lng'))
Promise.all([startRouter(), started]).then(async ([router]) => {
  await nextTurn()
  // As a transition it is drawn in small steps, between which a phone answers to taps.
  startTransition(() =>
    createRoot(document.getElementById('root') as HTMLElement).render(
      <StrictMode>
        <RouterProvider router={router} />
      </StrictMode>,
    ),
  )
  void forgetOneOld()
})
