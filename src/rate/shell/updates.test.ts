import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startUpdates, updateWhile } from './updates'

const MINUTE = 60_000
const posted: unknown[] = []
const reload = vi.fn()
const update = vi.fn(async () => {})
let container: EventTarget & { controller: object | null }
let page: EventTarget & { visibilityState: string }
const waiting = { postMessage: (message: unknown) => posted.push(message) }

// A browser's objects for a page that a service worker serves, with a newer one waiting.
beforeEach(() => {
  vi.useFakeTimers()
  posted.length = 0
  reload.mockClear()
  update.mockClear()
  const getRegistration = async () => ({ waiting, update })
  container = Object.assign(new EventTarget(), { controller: {}, getRegistration })
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('navigator', { serviceWorker: container })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', { location: { reload } })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function become(state: 'hidden' | 'visible') {
  page.visibilityState = state
  page.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(0)
}
const takenOver = () => container.dispatchEvent(new Event('controllerchange'))

test('on a phone the new version takes over when the page is left, and is there at the next look', async () => {
  startUpdates(() => false)
  expect(posted).toEqual([])
  await become('hidden')
  expect(posted).toEqual([{ type: 'SKIP_WAITING' }])
  takenOver()
  expect(reload).not.toHaveBeenCalled()
  await become('visible')
  expect(reload).toHaveBeenCalledOnce()
})

test('a conversation that is half done keeps its version, also when another tab lets the new one in', async () => {
  let isRatingUnfinished = true
  startUpdates(() => isRatingUnfinished)
  await become('hidden')
  expect(posted).toEqual([])
  takenOver()
  await become('visible')
  expect(reload).not.toHaveBeenCalled()
  isRatingUnfinished = false
  await become('hidden')
  await become('visible')
  expect(reload).toHaveBeenCalledOnce()
})

test('a kiosk looks every hour, and takes the new version while it idles', async () => {
  let isIdle = false
  const end = updateWhile(() => isIdle)
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(update).toHaveBeenCalledOnce()
  expect(posted).toEqual([])
  isIdle = true
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(posted).toEqual([{ type: 'SKIP_WAITING' }])
  takenOver()
  expect(reload).toHaveBeenCalledOnce()

  end()
  await vi.advanceTimersByTimeAsync(120 * MINUTE)
  expect([update.mock.calls.length, posted.length]).toEqual([1, 1])
})

test('the first service worker of all replaces nothing', () => {
  container.controller = null

  const end = updateWhile(() => true)
  takenOver()
  expect(reload).not.toHaveBeenCalled()
  end()
})

test('a browser without service workers has nothing to update', async () => {
  vi.stubGlobal('navigator', {})
  startUpdates(() => false)
  await become('hidden')
  const end = updateWhile(() => true)
  await vi.advanceTimersByTimeAsync(61 * MINUTE)
  end()
  expect(posted).toEqual([])
})
