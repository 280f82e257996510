// Writes a page for each address of results, with what a chat shows of a link to it, for hosts that serve only files:
//
//   VITE_SITE_URL=https://… VITE_SUPABASE_URL=https://… VITE_SUPABASE_ANON_KEY=… npx node scripts/admin/open-graph-pages.ts

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../bootstrap.js'
import { type Api, fetchCard, readShareQuery, withOpenGraph } from '../server/open-graph.ts'
import { run, UserError } from '../terminal.js'

/** Writes dist/results/….html for every office and procedure there is: a web server finds it before index.html. */
async function writePages(site: string, api: Api) {
  const codes = async (table: string) => {
    const response = await fetch(`${api.url}/rest/v1/${table}?select=code&order=code&limit=5000`, {
      headers: { apikey: api.key },
    })
    return ((await response.json()) as { code: string }[]).map(({ code }) => code)
  }
  const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
  const paths = ['/results', ...(await codes('offices')).map(code => `/results/offices/${code}`)]
  paths.push(...(await codes('procedures')).map(code => `/results/procedures/${code}`))
  for (const path of paths) {
    const shared = readShareQuery(path)
    const card = shared && (await fetchCard(shared.asked, api))
    if (!card) continue
    const file = join(root, 'dist', `${path}.html`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, withOpenGraph(html, card, site, path))
  }
  console.log(`${paths.length} pages say in a chat what they show.`)
}

await run(() => {
  const { VITE_SITE_URL: site, VITE_SUPABASE_URL: url, VITE_SUPABASE_ANON_KEY: key } = process.env
  if (!site || !url || !key) throw new UserError('Set VITE_SITE_URL, VITE_SUPABASE_URL and VITE_SUPABASE_ANON_KEY.')
  return writePages(site.replace(/\/$/, ''), { url, key })
})
