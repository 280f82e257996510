import { test as base, type ConsoleMessage, expect, type Page, type Request } from '@playwright/test'

// From the reference data: the birth registration desk, a poster that has been replaced, and codes that never were.
export const COUNTER = '8K93N9'
export const RETIRED = 'B28X3H'
export const UNKNOWN = 'ZZZZZZ'
export const MALFORMED = 'abc'

/** A console error fails the test, but for those it names: a browser reports every failed request as one. */
export const test = base.extend<{ expectedErrors: RegExp }>({
  // A small and common phone.
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  expectedErrors: [/(?!)/, { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = []
    const note = (text: string) => expectedErrors.test(text) || errors.push(text)
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') note(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', error => note(String(error)))
    // Whatever else is expected: nothing on a page does what its policy forbids.
    await page.addInitScript(() =>
      document.addEventListener(
        'securitypolicyviolation',
        ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
          console.error(`Forbidden by ${violatedDirective}: ${blockedURI} in ${sourceFile}:${lineNumber}`),
      ),
    )
    page.on('console', message => message.text().startsWith('Forbidden by ') && errors.push(message.text()))
    await use(page)
    expect(errors).toEqual([])
  },
})

/**
 * All that the page is made of opens without a signal too: what it had loaded before there was a service worker is kept
 * some time after it, and what it has read a moment later than it is shown.
 */
export async function keptForLater(page: Page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect.poll(() => page.evaluate(notKept), { timeout: 30_000 }).toEqual([])
}

/** The addresses of what the page uses and the device does not keep. */
async function notKept() {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  // What is still on its way stands in the page already.
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=stylesheet]')
  const files = [...loaded, ...[...links].map(({ href }) => href)].filter(name => name.includes('/assets/'))
  // Public tables and figures, asked for page by page (src/data/api-path.ts), lie beside their addresses.
  const read = loaded.flatMap(name => /\/rest\/v1\/(.+\boffset=\d+&limit=\d+)$/.exec(name)?.[1] ?? [])
  const wanted = [...files, ...read.map(path => `/kept/${path}`)]
  const kept = await Promise.all(wanted.map(address => caches.match(address, { ignoreVary: true })))
  const missing = wanted.filter((_, index) => !kept[index])
  return files.length > 0 ? missing : ['every file']
}

export const noSignal = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/
export const face = (page: Page, word: string | RegExp) => page.getByRole('radio', { name: word, exact: true })
export const question = (page: Page) => page.getByRole('heading', { name: 'Ông/Bà có hài lòng với việc giải quyết' })
/** The conversation has come: from here on the page needs the network for sending alone. */
export const takenOver = (page: Page) => expect(page.locator('html[data-ready]')).toBeAttached()
export const procedureQuestion = (page: Page) => page.getByRole('heading', { name: 'Ông/Bà vừa làm thủ tục nào?' })
export const thanks = (page: Page) => page.getByRole('heading', { name: 'Cảm ơn Ông/Bà' })
export const stored = (page: Page) =>
  page.waitForResponse(response => response.url().endsWith('/submit_rating') && response.status() === 200)

/** Asks the server itself what it has stored for the receipt of a submission. */
export async function stateOf(page: Page, submission: Request) {
  const { receipt } = submission.postDataJSON()
  const response = await page.request.post(submission.url().replace('submit_rating', 'receipt_state'), {
    headers: { apikey: (await submission.headerValue('apikey')) ?? '' },
    data: { receipt },
  })
  return response.json()
}

/** Lets these requests wait until the answer is called. */
export async function holdBack(page: Page, url: string | RegExp) {
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(url, async route => {
    await held
    await route.continue()
  })
  return () => release()
}
