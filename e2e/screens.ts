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
  display: [paths.display(COUNTER)],
  receipt: [paths.receipt(), paths.receipt('K7M4-Q29X-DP3T')],
  newFeedback: [paths.newFeedback()],
  feedback: [paths.feedback(), paths.feedback('K7M4-Q29X-DP3T')],
  results: [paths.results()],
  officeResults: [
    paths.officeResults(office),
    paths.officeResults('tinh-an-giang'),
    paths.officeResults('thi-tran-my-luong-cu'),
    paths.officeResults('khong-co'),
  ],
  officeSheet: [paths.officeSheet(office)],
  procedureResults: [paths.procedureResults('1.001193'), paths.procedureResults('2.000815')],
  procedures: [paths.procedures(), paths.procedures({ office }), paths.procedures({ field: 'ho-tich' })],
  procedure: [paths.procedure('1.001193'), paths.procedure('9.999999')],
  officeNotice: [paths.officeNotice(office)],
  officeReport: [paths.officeReport(office, '2019-Q1'), paths.officeReport('khong-co', '2019-Q1')],
  data: [paths.data()],
  plan: [paths.plan()],
  goodPractice: [paths.goodPractice(), paths.goodPractice({ office })],
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
  staffReportSheet: [paths.staffReportSheet(office, '2026-Q1')],
  staffPage: [paths.staffPage('good-practice'), paths.staffPage('good-practice?shown=published')],
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
    plan: [paths.staff.plan()],
    reports: [paths.staff.reports()],
    comments: [paths.staff.comments()],
    feedback: [paths.staff.feedback()],
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
  await page.goto(`${address}${address?.includes('?') ? '&' : '?'}lng=${language}${fragment ? `#${fragment}` : ''}`)
  await expect(page.locator('h1').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.locator('main [role="status"] i')).toHaveCount(0)
  await layOutAll(page)
}

/** What is out of sight is laid out when it is scrolled to, and what is folded when it is opened; a test measures all. */
export const layOutAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
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
