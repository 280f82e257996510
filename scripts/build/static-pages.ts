// rate.html, and the two pages that a rating without scripts leads to. They are made of the app's own parts when it is
// built, so that the faces which are there before any script are the very faces that follow.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Connect, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'
import { languages } from '../../src/i18n/languages.ts'
import { chunkOf, chunksOf, stylesOf } from './bundle.ts'
import { conversationCatalogues, entries } from './entries.ts'

const titles = {
  rate: 'Đánh giá · Hài Lòng',
  rated: 'Cảm ơn Ông/Bà · Hài Lòng',
  'not-rated': 'Đánh giá chưa được nhận · Hài Lòng',
}
type Name = keyof typeof titles

/** What the conversation looks like, as the build names it. */
export const conversationStyles = 'conversation.css'

/** Renders the bodies in a build of their own; with them just the styles that they use. */
async function rendered(root: string, action: string) {
  const output = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: entries.ratePages, write: false, ssrEmitAssets: true, cssCodeSplit: false, minify: true },
  })) as Rolldown.RolldownOutput
  // Beside the packages that it imports, and gone again at once: two builds may run at the same time.
  const folder = mkdtempSync(join(root, 'node_modules/.first-page-'))
  const file = join(folder, 'first-page.mjs')
  writeFileSync(file, output.output[0].code)
  const { renderPages } = await import(pathToFileURL(file).href)
  rmSync(folder, { recursive: true })
  const css = output.output.flatMap(part => ('source' in part && part.fileName.endsWith('.css') ? [part.source] : []))
  return { bodies: renderPages(action) as Record<Name, string>, css: css.join('') }
}

/** The tap's own script first; what follows it may come later. */
function scriptsOf(bundle: Rolldown.OutputBundle) {
  const tap = chunkOf(bundle, entries.tap).fileName
  const inTurn = [entries.framework, entries.conversation].map(entry => chunkOf(bundle, entry).fileName)
  const needed = [entries.framework, entries.conversation, conversationCatalogues.vi].flatMap(entry =>
    chunksOf(bundle, entry).map(({ fileName }) => fileName),
  )
  const later = [...new Set(needed)].filter(file => file !== tap && !inTurn.includes(file))
  return [
    `<script type="module" src="/${tap}" onerror="document.documentElement.className='alone'"></script>`,
    ...inTurn.map(file => `<link rel="modulepreload" href="/${file}" data-start>`),
    ...later.map(file => `<link rel="modulepreload" href="/${file}">`),
  ].join('\n')
}

// 'plain' is a page without scripts, 'alone' one whose scripts did not come: there the form itself sends the tap. The
// language is known before the first paint, and a chosen one is remembered though the scripts may never come.
const codes = Object.keys(languages)
const before = `
document.documentElement.className = ''
try {
  var chosen = new URLSearchParams(location.search).get('lng')
  if (/^(${codes.join('|')})$/.test(chosen)) localStorage.setItem('language', chosen)
  else chosen = localStorage.getItem('language')
} catch (e) {}
if (/^(${codes.slice(1).join('|')})$/.test(chosen)) document.documentElement.lang = chosen`

const page = (name: Name, css: string, body: string, scripts: string, styles: string) => `<!doctype html>
<html lang="vi" class="plain">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Đánh giá việc giải quyết thủ tục hành chính bằng một chạm.">
<meta name="theme-color" content="#0a5c58">
<!-- Without scripts the code of the counter reaches the database in the address of this page alone. -->
<meta name="referrer" content="no-referrer-when-downgrade">
<title>${titles[name]}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icon-192.png">
<link rel="manifest" href="/manifest.webmanifest">
${scripts}
<style>@layer reset, base, ui, page;${css}</style>
${scripts && `<script>${before}</script><script nomodule>document.documentElement.className = 'alone'</script>`}
</head>
<body>
<div id="root">${body}</div>
${styles}
</body>
</html>
`

/** All styles of the conversation, in the order in which its pieces start. */
const conversationStyle = (bundle: Rolldown.OutputBundle) =>
  chunksOf(bundle, entries.conversation)
    .reverse()
    .flatMap(stylesOf)
    .map(file => (bundle[file] as Rolldown.OutputAsset).source)
    .join('')

/** Adds the pages to the build, and serves the first one under the addresses of ratings. */
export function staticPages(api: { url: string; key: string | undefined }): Plugin {
  let config: ResolvedConfig
  return {
    name: 'static-pages',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async generateBundle(_, bundle) {
      const action = `${api.url}/rest/v1/rpc/submit_rating_form?apikey=${encodeURIComponent(api.key ?? '')}`
      const { bodies, css } = await rendered(config.root, action)
      // In one file: a phone on HTTP/1.1 asks for six at a time, and a seventh waits until one has come.
      const styles = this.getFileName(
        this.emitFile({ type: 'asset', name: conversationStyles, source: conversationStyle(bundle) }),
      )
      // The tap's script puts it to use: neither the faces nor that script wait for it.
      const later = `<link rel="preload" as="style" href="/${styles}">`
      for (const name of Object.keys(titles) as Name[]) {
        const parts = name === 'rate' ? ([scriptsOf(bundle), later] as const) : (['', ''] as const)
        this.emitFile({ type: 'asset', fileName: `${name}.html`, source: page(name, css, bodies[name], ...parts) })
      }
    },
  }
}

/** A web server's one rule for this app: the addresses of ratings are answered with rate.html. */
export const rateAddresses: Plugin = {
  name: 'rate-addresses',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      const [path = '', query] = (request.url ?? '').split('?')
      if (/^\/[rv]\//.test(path)) request.url = `/rate.html${query === undefined ? '' : `?${query}`}`
      next()
    })
  },
}

const toEmbed: Connect.NextHandleFunction = (request, _, next) => {
  const [path = '', query] = (request.url ?? '').split('?')
  if (path.startsWith('/embed/')) request.url = `/embed.html${query === undefined ? '' : `?${query}`}`
  next()
}

/** And those of the small page in another site's frame with embed.html. */
export const embedAddresses: Plugin = {
  name: 'embed-addresses',
  configureServer: ({ middlewares }) => void middlewares.use(toEmbed),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(toEmbed),
}
