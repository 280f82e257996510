import { expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { answeredByIndex, patternOf, readRedirects, readRoutes, redirectsText } from './routes.ts'

const routes = await readRoutes()
const text = redirectsText(routes)
const redirected = readRedirects(text)
const fileOf = (address: string) => (/^\/(\?|$)/.test(address) ? 'index.html' : redirected(address)?.slice(1))

/** Every address that paths.ts can build, with something in place of each argument. */
function built(all: object): string[] {
  return Object.values(all).flatMap(make =>
    typeof make === 'function' ? [make('home', 'x').replace(/#.*/, '')] : built(make),
  )
}

test('every address that the app builds is one that it has a page for', () => {
  const addresses = built(paths)
  expect(addresses.length).toBeGreaterThan(30)
  expect(addresses.filter(address => !fileOf(address))).toEqual([])
})

test.each([
  ['/', 'index.html'],
  ['/?lng=en', 'index.html'],
  ['/results', 'index.html'],
  ['/Results/', 'index.html'],
  ['/results?by=month', 'index.html'],
  ['/results/offices/xa-cho-moi', 'index.html'],
  ['/results/offices/xa-cho-moi/sheet', 'index.html'],
  ['/results/procedures/1.001193', 'index.html'],
  ['/staff', 'index.html'],
  ['/staff/sign-in', 'index.html'],
  ['/staff/settings', 'index.html'],
  ['/staff/offices/x/counters/y', 'index.html'],
  ['/kiosk/X43Q58', 'index.html'],
  ['/r/X43Q58', 'rate.html'],
  ['/r/X43%2058', 'rate.html'],
  ['/v/F0RMV1S1TA?lng=km', 'rate.html'],
  ['/embed/offices/xa-cho-moi', 'embed.html'],
])('%s is answered with %s', (address, file) => expect(fileOf(address)).toBe(file))

test.each([
  ...[
    '/nothing',
    '/_system',
    '/.env',
    '/results/nothing',
    '/results/offices',
    '/results/offices/a/b',
    '/r',
    '/r/',
    '/r/a/b',
  ],
  ...[
    '/staff/nothing',
    '/staff/home',
    '/staff/shell',
    '/embed',
    '/embed/offices',
    '/index',
    '//results',
    '/resultsx',
    '/x/results',
  ],
])('%s is no page', address => expect(fileOf(address)).toBeUndefined())

test('a host is told of each address once, and no more of them than Cloudflare takes', () => {
  const lines = text.trim().split('\n')
  expect(new Set(lines.map(line => line.split(' ')[0])).size).toBe(lines.length)
  expect(lines.filter(line => /:/.test(line)).length).toBeLessThanOrEqual(100)
  expect(lines.filter(line => !/^\/[\w/:-]+ \/(index|rate|embed)\.html 200$/.test(line))).toEqual([])
})

test('what a phone opens without a signal is what the server answers with the app', () => {
  const patterns = answeredByIndex(routes).map(patternOf)
  const isKept = (address: string) => patterns.some(pattern => pattern.test(address))
  for (const address of ['/', '/?lng=km', '/results?by=month', '/receipt', '/kiosk/X43Q58'])
    expect([address, isKept(address)]).toEqual([address, true])
  for (const address of ['/r/X43Q58', '/embed/offices/a', '/nothing', '/rate.html', '/rest/v1/offices', '/_system'])
    expect([address, isKept(address)]).toEqual([address, false])
})
