import { type CDPSession, chromium, type Page, type Response } from '@playwright/test'

/**
 * What Lighthouse applies for its mobile profile of 150 ms and 1.6 Mbps: 3.75 times the latency, since a request begins
 * with several round trips, and 90 % of the throughput.
 */
const network = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 0.9 * 1024) / 8,
  uploadThroughput: (750 * 0.9 * 1024) / 8,
}

/** Both pages draw a face as a label around its radio button. */
export const face = 'label:has(input[type=radio])'

declare global {
  interface Window {
    tapAt: (x: number, y: number) => Promise<void>
  }
}

/**
 * Runs in the page before anything of it, and marks: `tapped` when the first face was on the screen for the tap that hit
 * it, `stored` when what follows that tap is in IndexedDB, `ready` when the element that says so is on the screen.
 */
function watch({ face, readyMark }: { face: string; readyMark: string }) {
  let hasHit = false
  // Wherever the tap lands it is a click there; one that lands nowhere is given up after a while.
  const landed = () =>
    new Promise<void>(resolve => {
      const onClick = ({ target }: Event) => {
        hasHit ||= target instanceof Element && target.closest(face) !== null
        resolve()
      }
      addEventListener('click', onClick, { capture: true, once: true })
      setTimeout(resolve, 500)
    })

  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...args) {
    const change = transaction.apply(this, args)
    if (hasHit && change.mode === 'readwrite') change.addEventListener('complete', () => performance.mark('stored'))
    return change
  }

  // A message that is sent while a frame is being made arrives when that frame has been painted.
  const { port1, port2 } = new MessageChannel()
  const painted: (() => void)[] = []
  port1.onmessage = () => painted.shift()?.()
  const look = (selector: string, whenPainted: (element: Element) => void) => {
    requestAnimationFrame(() => {
      const element = document.querySelector(selector)
      const isShown = element && (element === document.documentElement || element.getBoundingClientRect().height > 0)
      if (!isShown) return look(selector, whenPainted)
      painted.push(() => whenPainted(element))
      port2.postMessage(null)
    })
  }
  const tap = async (element: Element) => {
    const startTime = performance.now()
    const { x, y, width, height } = element.getBoundingClientRect()
    const landing = landed()
    await window.tapAt(x + width / 2, y + height / 2)
    await landing
    if (hasHit) performance.mark('tapped', { startTime })
    // The page moved under the finger, which tries again.
    else look(face, tap)
  }
  look(face, tap)
  look(readyMark, () => performance.mark('ready'))
}

type Transfer = { isScript: boolean; bytes: number; pieces: { time: number; length: number }[] }

/**
 * Notes what arrives from the network and when. How much was on the wire, compressed and with its headers, is known when
 * a file is complete; until then its share is that of the content.
 */
async function noteBytes(cdp: CDPSession) {
  const transfers = new Map<string, Transfer>()
  let clock = 0
  cdp.on('Network.requestWillBeSent', ({ requestId, type, wallTime, timestamp }) => {
    clock ||= wallTime - timestamp
    transfers.set(requestId, { isScript: type === 'Script', bytes: 0, pieces: [] })
  })
  cdp.on('Network.dataReceived', ({ requestId, timestamp, dataLength }) => {
    transfers.get(requestId)?.pieces.push({ time: clock + timestamp, length: dataLength })
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.bytes = encodedDataLength
  })
  await cdp.send('Network.enable')

  const lengthOf = (pieces: Transfer['pieces']) => pieces.reduce((sum, { length }) => sum + length, 0)
  /** The bytes until a time, in milliseconds since 1970. */
  return (time: number, ofWhich: (transfer: Transfer) => boolean = () => true) => {
    let sum = 0
    for (const { bytes, pieces } of transfers.values().filter(ofWhich)) {
      const arrived = lengthOf(pieces.filter(piece => piece.time <= time / 1000))
      if (arrived > 0) sum += (bytes * arrived) / lengthOf(pieces)
    }
    return sum
  }
}

const mark = (page: Page, name: string) =>
  page
    .waitForFunction(wanted => performance.getEntriesByName(wanted)[0]?.startTime, name, {
      polling: 100,
      timeout: 60_000,
    })
    .then(handle => handle.jsonValue() as Promise<number>)
    .catch(error => {
      throw new Error(`The page was never ${name}.`, { cause: error })
    })

export type Subject = {
  url: string
  /** Selects what says that the conversation is interactive. */
  readyMark: string
  /** The tap alone reaches the server; otherwise the whole questionnaire is sent at its end. */
  sendsAtOnce: boolean
}

const isRating = (response: Response) => response.url().endsWith('/rpc/submit_rating') && response.ok()

/**
 * Opens the page on a slow phone and taps the first face at the moment it is painted; breaks when that tap is not stored.
 * Milliseconds since the navigation began, and bytes received until then.
 */
export async function firstTap({ url, readyMark, sendsAtOnce }: Subject, executablePath: string, flags: string[]) {
  const browser = await chromium.launch({ executablePath, args: flags })
  try {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: 'vi-VN',
    })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    const until = await noteBytes(cdp)
    await cdp.send('Network.emulateNetworkConditions', network)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.exposeFunction('tapAt', (x: number, y: number) => page.touchscreen.tap(x, y))
    await page.addInitScript(watch, { face, readyMark })
    const sent = sendsAtOnce && page.waitForResponse(isRating, { timeout: 60_000 })
    await page.goto(url, { waitUntil: 'commit' })
    const marks = ['tapped', 'stored', 'ready'].map(name => mark(page, name))
    const [tapped = 0, stored = 0, ready = 0] = await Promise.all(marks)
    await sent
    // What is under way has to come to its end before its bytes are known.
    await page.waitForLoadState('networkidle')
    const start = await page.evaluate(() => performance.timeOrigin)
    return {
      tapped,
      stored,
      ready,
      bytesToTap: until(start + tapped),
      bytesToReady: until(start + ready),
      scriptBytesToReady: until(start + ready, ({ isScript }) => isScript),
    }
  } finally {
    await browser.close()
  }
}
