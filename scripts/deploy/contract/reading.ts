import { tables } from '../../../e2e/agreement.ts'
import { ask, askApi, type Check, call, type Site, seen, told } from './site.ts'

const migrate = 'Bring the database up to this version: npm run deploy:database -- <connection string>.'
const openSchema = 'The API shows the schema public alone: look at "Exposed schemas" of the project (PGRST_DB_SCHEMAS).'
const beforeRequest =
  "PostgREST is to call gateway.before_request: alter role authenticator set pgrst.db_pre_request = 'gateway.before_request'; notify pgrst, 'reload config'. A proxy in between must pass the headers on."

async function readTables(site: Site) {
  const faults: string[] = []
  for (const [table, columns] of Object.entries(tables)) {
    const answer = await askApi(site, `${table}?select=${columns}&limit=1`)
    if (answer.status !== 200 || !Array.isArray(answer.body)) faults.push(`${table}: ${seen(answer)}`)
  }
  return told(faults)
}

const groups = ['all', 'office', 'procedure', 'field', 'channel', 'trust', 'month', 'quarter', 'year', 'factor']

async function readFigures(site: Site) {
  const faults: string[] = []
  for (const by of groups) {
    const asked = `rpc/satisfaction?by=${by}&from_month=2020-01-01`
    for (const answer of [await askApi(site, asked), await call(site, 'satisfaction', { by })]) {
      if (answer.status !== 200 || !Array.isArray(answer.body)) faults.push(`by ${by}: ${seen(answer)}`)
    }
  }
  return told(faults)
}

const firstOffice = async (site: Site) =>
  (await askApi(site, 'offices?select=code&parent_code=not.is.null&limit=1')).body?.[0]?.code ?? 'none'

async function readFiles(site: Site) {
  const faults: string[] = []
  const csv = await askApi(site, 'rpc/open_csv?file=offices', { headers: { accept: 'text/csv' } })
  if (csv.status !== 200 || !csv.headers.get('content-type')?.startsWith('text/csv') || !csv.text.startsWith('code,'))
    faults.push(`CSV: ${csv.headers.get('content-type')}, ${seen(csv)}`)
  const json = await askApi(site, 'rpc/open_json?file=fields')
  if (json.status !== 200 || json.body === undefined) faults.push(`JSON: ${seen(json)}`)
  const about = await askApi(site, 'rpc/datapackage')
  if (!Array.isArray(about.body?.resources)) faults.push(`its description: ${seen(about)}`)
  // As the tag of a picture asks: the key in the address, and any picture.
  const { api, publishableKey } = site
  const badge = `${api}/rest/v1/rpc/satisfaction_badge?office=${await firstOffice(site)}&apikey=${publishableKey}`
  const picture = await ask(badge, { headers: { accept: 'image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8' } })
  if (!picture.headers.get('content-type')?.startsWith('image/svg+xml') || !picture.text.includes('<svg'))
    faults.push(`SVG: ${picture.headers.get('content-type')}, ${seen(picture)}`)
  return told(faults)
}

const shared = ['offices?limit=1', 'batches?limit=1', 'settings', 'rpc/satisfaction?by=all', 'rpc/coverage?by=all']
const keptUntilRelease = /^public, max-age=0, s-maxage=\d+$/

async function tellCopies(site: Site) {
  const faults: string[] = []
  for (const path of shared) {
    const answers = []
    for (const reader of ['one', 'another'])
      answers.push(await askApi(site, path, { headers: { 'user-agent': reader } }))
    const [first, second] = answers.map(({ headers }) => [headers.get('cache-control'), headers.get('etag')])
    if (!keptUntilRelease.test(first?.[0] ?? '')) faults.push(`${path}: Cache-Control ${first?.[0] ?? 'missing'}`)
    else if (!first?.[1]) faults.push(`${path}: no ETag`)
    else if (first[1] !== second?.[1]) faults.push(`${path}: another ETag for another reader`)
  }
  return told(faults)
}

async function keepNothingElse(site: Site) {
  const faults: string[] = []
  const mayNot = async (what: string, path: string, headers: Record<string, string> = {}, body?: string) => {
    const answer = await askApi(site, path, { headers, ...(body !== undefined && { body }) })
    if (/public|max-age=[1-9]/.test(answer.headers.get('cache-control') ?? ''))
      faults.push(`${what}: ${answer.headers.get('cache-control')}`)
  }
  await mayNot('a refusal', 'rpc/satisfaction?by=nothing')
  await mayNot('a table that is none', 'nothing')
  await mayNot('a wrong key', 'offices?limit=1', { apikey: 'wrong' })
  await mayNot('a part', 'offices', { prefer: 'count=exact' })
  await mayNot('a part of a figure', 'rpc/satisfaction?by=all', { range: '0-0' })
  await mayNot('what was posted', 'rpc/satisfaction', {}, '{"by":"all"}')
  await mayNot('a receipt', 'rpc/receipt_state?receipt=000000000001')
  return told(faults)
}

/** What everybody reads, and how long a copy of it is right. */
export const reading: Check[] = [
  {
    name: 'every table that is agreed is read, column by column',
    remedy: `${migrate} ${openSchema}`,
    attempt: readTables,
  },
  { name: 'figures by every key, by GET and by POST', remedy: migrate, attempt: readFigures },
  { name: 'open files as CSV and JSON, and the badge as SVG', remedy: migrate, attempt: readFiles },
  {
    name: 'published answers may be kept until the next release, with one ETag for all',
    remedy: beforeRequest,
    attempt: tellCopies,
  },
  { name: 'nothing else may be kept', remedy: beforeRequest, attempt: keepNothingElse },
]
