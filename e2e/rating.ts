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
