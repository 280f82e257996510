import type { Page } from '@playwright/test'

/** Goes on with the Tab key until the focus is there; a person gives up sooner or later, and so does this. */
export async function tabTo(page: Page, isThere: (focused: string) => boolean) {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const { ariaLabel, textContent, value } = document.activeElement as HTMLInputElement
      return ariaLabel ?? textContent ?? value
    })
    if (isThere(focused ?? '')) return
  }
  throw new Error('The focus never came there.')
}
