import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { COUNTER, UNKNOWN } from './rating'

/** Where a path is opened: once for each thing that it names. Every entry of `paths` is here, or it does not compile. */
type Opened<Paths> = {
  [Key in keyof Paths]: Paths[Key] extends (...of: never) => string ? string[] : Opened<Paths[Key]>
}

const office = 'xa-cho-moi'
const all: Opened<typeof paths> = {
  home: [paths.home()],
  rate: [paths.rate(COUNTER), paths.rate(UNKNOWN)],
  visit: [paths.visit('AAAAAAAAAA')],
  kiosk: [paths.kiosk('M6X5R9')],
  receipt: [paths.receipt(), paths.receipt('K7M4-Q29X-DP3T')],
  results: [paths.results()],
  officeResults: [
    paths.officeResults(office),
    paths.officeResults('tinh-an-giang'),
    paths.officeResults('thi-tran-my-luong-cu'),
    paths.officeResults('khong-co'),
  ],
  officeSheet: [paths.officeSheet(office)],
  procedureResults: [paths.procedureResults('1.001193'), paths.procedureResults('2.000815')],
  data: [paths.data()],
  method: [paths.method()],
  privacy: [paths.privacy()],
  accessibility: [paths.accessibility()],
  embed: [paths.embed(office)],
  staffOffice: {
    procedures: [paths.staffOffice.procedures(office)],
    counters: [paths.staffOffice.counters(office)],
    newCounter: [paths.staffOffice.newCounter(office)],
    counter: [paths.staffOffice.counter(office, COUNTER)],
    posters: [paths.staffOffice.posters(office)],
  },
  staffNewOffice: [paths.staffNewOffice()],
  staffProcedure: [paths.staffProcedure('1.001193')],
  staffNewProcedure: [paths.staffNewProcedure()],
  staffPage: [],
  staff: {
    home: [paths.staff.home()],
    signIn: [],
    offices: [paths.staff.offices()],
    office: [paths.staff.office(office)],
    fields: [paths.staff.fields()],
    procedures: [paths.staff.procedures()],
    counters: [paths.staff.counters()],
    posters: [paths.staff.posters()],
    reform: [paths.staff.reform()],
    imports: [paths.staff.imports()],
    visits: [paths.staff.visits()],
    handled: [paths.staff.handled()],
    comments: [paths.staff.comments()],
    members: [paths.staff.members()],
    audit: [paths.staff.audit()],
    settings: [paths.staff.settings()],
  },
}

const { staffOffice, staff, ...single } = all
const flat = (groups: object) => Object.values(groups).flat() as string[]
const isStaff = (path: string) => path.startsWith('/staff')

/** Every page that somebody without an account may open; the last four have no entry in `paths`. */
export const openPages = [
  ...flat(single).filter(path => !isStaff(path)),
  paths.staff.signIn(),
  '/khong-co-trang-nay',
  '/rated.html#K7M4-Q29X-DP3T',
  '/not-rated.html#counter_unknown',
]
/** Every page behind the sign-in. */
export const staffPages = [...flat(single).filter(isStaff), ...flat(staffOffice), ...flat(staff)]

/** Opens a page in a language and waits until all of it is there, the parts that come in files of their own too. */
export async function openWhole(page: Page, path: string, language: string) {
  const [address, fragment] = path.split('#')
  // Another fragment alone would leave the page as it is.
  await page.goto('about:blank')
  await page.goto(`${address}?lng=${language}${fragment ? `#${fragment}` : ''}`)
  await expect(page.locator('h1').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.locator('main [role="status"] i')).toHaveCount(0)
  await layOutAll(page)
}

/** What is out of sight is laid out when it is scrolled to; a test measures all of it at once. */
export const layOutAll = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important; animation: none !important }')
    document.adoptedStyleSheets = [sheet]
  })

/** The same page on another phone: `text` is the size that its owner has chosen, in percent. */
export async function resize(page: Page, width: number, text = 100, height = 740) {
  await page.setViewportSize({ width, height })
  await page.evaluate(size => {
    document.documentElement.style.fontSize = `${size}%`
    return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  }, text)
}

/**
 * What lies beyond the edge of the page: the page itself, if it scrolls sideways, and every word that is cut off. What
 * lies in a box that scrolls, such as a line of code, can be reached.
 */
export const beyondTheEdge = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const found: string[] = []
    const extra = document.documentElement.scrollWidth - width
    if (extra > 0) found.push(`scrolls ${extra} px`)
    const isReachable = (element: Element | null): boolean => {
      for (let at = element; at; at = at.parentElement) {
        const { overflowX, clipPath, visibility } = getComputedStyle(at)
        if (clipPath !== 'none' || visibility === 'hidden' || at.matches('.vh, .skip, noscript')) return true
        if (/auto|scroll/.test(overflowX) && at !== document.documentElement && at !== document.body) return true
      }
      return false
    }
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      if (!node.textContent?.trim()) continue
      range.selectNodeContents(node)
      const sticksOut = [...range.getClientRects()].find(
        ({ left, right, width: wide }) => wide > 0 && (right > width + 1 || left < -1),
      )
      if (!sticksOut || isReachable(node.parentElement)) continue
      const { tagName, className } = node.parentElement as Element
      found.push(`${tagName}.${className} “${node.textContent.trim().slice(0, 30)}” to ${Math.round(sticksOut.right)}`)
    }
    return found
  })

/** Words that lie on other words, or touch them, such as the labels of an axis. */
export const touchingWords = (page: Page) =>
  page.evaluate(() => {
    type Word = { text: string; box: DOMRect; owner: Element }
    const all: Word[] = []
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const isSeen = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, visibility, opacity } = getComputedStyle(at)
        if (clipPath !== 'none' || visibility === 'hidden' || opacity === '0' || at.matches('.vh, .skip')) return false
      }
      return true
    }
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const owner = node.parentElement
      if (!node.textContent?.trim() || !owner || !isSeen(owner)) continue
      range.selectNodeContents(node)
      for (const box of range.getClientRects())
        if (box.width > 1) all.push({ text: node.textContent.trim().slice(0, 30), box, owner })
    }
    all.sort((a, b) => a.box.top - b.box.top)
    const found: string[] = []
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        if (b.box.top > a.box.bottom) break
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        // A letter's box reaches above and below what is drawn; words of one line stand a space apart.
        const isInOneLine = a.owner === b.owner || a.owner.contains(b.owner) || b.owner.contains(a.owner)
        const gap = isInOneLine || a.owner.parentElement === b.owner.closest('p, td, th, li') ? 1 : -2
        if (across > gap && down > Math.min(a.box.height, b.box.height) / 2) found.push(`“${a.text}” and “${b.text}”`)
      }
    }
    return found
  })
