import '../../ui/tokens.css'
import './main.css'
import { request, rpc } from '../../data/rpc'
import { firstLanguage, isLanguage } from '../../i18n/languages'
import type words from '../../i18n/vi/embed.json'
import { type Evidence, type Figure, roundPercent } from '../../lib/figures/figure'
import { leaning } from '../../lib/figures/verdict'
import { createFormats } from '../../lib/text/format'
import { paths } from '../../paths'

type Words = typeof words
type Rule = { key: string; value: number | string | boolean | null }
type Office = { name: string; desk: string | null }
type Published = Figure & Evidence & { target_percent: number; first_month: string; last_month: string }

const catalogues = import.meta.glob<Words>('../../i18n/*/embed.json', { eager: true, import: 'default' })
const wordsIn = (language: string) => catalogues[`../../i18n/${language}/embed.json`]

const main = document.getElementById('embed') as HTMLElement
const code = decodeURIComponent(window.location.pathname.split('/')[3] ?? '')
const wanted = new URLSearchParams(window.location.search).get('lng') ?? ''
// In another site's page nothing is stored, no cookie either, so the address alone chooses the language.
const language = isLanguage(wanted) ? wanted : firstLanguage
document.documentElement.lang = language

function add<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string, className = '') {
  const element = document.createElement(name)
  element.textContent = text
  element.className = className
  main.append(element)
  return element
}

const fill = (sentence: string, values: Record<string, string>) =>
  sentence.replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? '')

async function answers() {
  const [officeList, rules] = await Promise.all([
    request<Office[]>(`offices?select=name,desk&code=eq.${encodeURIComponent(code)}`),
    request<Rule[]>('settings?select=key,value'),
  ])
  const settings = Object.fromEntries(rules.map(({ key, value }) => [key, value]))
  // Of a place that is not there nothing can be asked.
  if (!officeList[0]) return { office: undefined, settings, figure: undefined }
  const asked = { by: 'all', office: code, headline: true }
  const [figure] = await rpc<Published[]>('satisfaction', asked, { method: 'GET' })
  return { office: officeList[0], settings, figure }
}

function show(words: Words, { office, settings, figure }: Awaited<ReturnType<typeof answers>>) {
  if (!office) return add('p', words.unknown)
  const name = office.desk ?? office.name
  document.title = `${name}: ${words.title} · Hài Lòng`
  add('h1', name).lang = 'vi'
  if (settings.illustrative) add('p', words.illustrative, 'illustrative')
  if (figure) {
    showFigure(words, figure)
  } else {
    add('p', fill(words.none, { n: String(settings.min_batch) }), 'verdict')
  }
  const link = add('a', `${words.details} · Hài Lòng`)
  link.href = `${paths.officeResults(code)}?lng=${language}`
  link.target = '_blank'
  link.rel = 'noopener'
}

/** Rate, verdict, number, months and interval: never one without the others. */
function showFigure(words: Words, figure: Published) {
  const format = createFormats(language)
  const target = figure.target_percent
  const round = (share: number) => roundPercent(share, target)
  add('p', format.percent(round(figure.rate)), 'rate')
  add('p', words.satisfied)
  const said = { target: format.wholePercent(target) }
  add('p', fill(words[figure.verdict], said), `verdict ${figure.verdict}`)
  const side = leaning(figure, target)
  if (side) add('p', fill(words[side], said))
  const months = fill(words.months, { from: format.month(figure.first_month), to: format.month(figure.last_month) })
  const [n, all] = [format.count(figure.n_proven ?? 0), format.count(figure.n_published ?? 0)]
  add('p', `${fill(words[figure.evidence === 'visit' ? 'by_code' : 'all'], { n, all })} · ${months}`)
  add('p', fill(words.interval, { interval: format.interval(round(figure.low), round(figure.high)) }))
}

async function start() {
  const words = wordsIn(language) as Words
  try {
    show(words, await answers())
  } catch {
    add('p', words.failed).role = 'alert'
  }
}

start()
