// The HTML that is there before any script: rate.html with the two pages that a rating without scripts leads to, and the
// head of the results page in index.html. It is made of the app's own components when the app is built, so that what is
// seen first is the very thing that the scripts go on with.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type IndexHtmlTransformContext, type Plugin, type Rolldown } from 'vite'
import { languages } from '../../src/i18n/languages.ts'
import { root } from '../bootstrap.js'
import { chunkOf, chunksOf, filesOf, stylesOf } from './bundle.ts'
import { entries, publicCatalogues, rateCatalogues } from './entries.ts'
import { builtInsOfFloor, loadPolyfills, targets } from './old-browsers/floor.ts'
import { rewrite, rewriteStyles } from './old-browsers/styles.ts'

const ownBuild = { root, configFile: false, logLevel: 'error' } as const

/** What a module exports, built and run on Node, and just the styles that it uses. */
async function loadComponents<Exports>(entry: string) {
  const styles = { cssCodeSplit: false, cssTarget: targets }
  const options = { ssr: entry, write: false, ssrEmitAssets: true, minify: true, ...styles }
  const { output } = (await build({
    ...ownBuild,
    plugins: [rewriteStyles()],
    build: options,
  })) as Rolldown.RolldownOutput
  // Beside the packages that it imports, and gone again at once: two builds may run at the same time.
  const folder = mkdtempSync(join(root, 'node_modules/.prerender-'))
  const file = join(folder, 'components.mjs')
  writeFileSync(file, output[0].code)
  const exported: Exports = await import(pathToFileURL(file).href)
  rmSync(folder, { recursive: true })
  const css = output.flatMap(part => ('source' in part && part.fileName.endsWith('.css') ? [part.source] : []))
  return { exported, css: css.join('') }
}

const titles = {
  rate: 'Đánh giá · Hài Lòng',
  rated: 'Cảm ơn Ông/Bà · Hài Lòng',
  'not-rated': 'Đánh giá chưa được nhận · Hài Lòng',
}
type PageName = keyof typeof titles

/** A script that stands in a page itself. */
async function bundleInlineScript(entry: string, define: Record<string, string>, target = targets) {
  const lib = { entry, formats: ['iife' as const], name: 'first' }
  const options = { write: false, lib, target, minify: true }
  const outputs = (await build({ ...ownBuild, define, build: options })) as Rolldown.RolldownOutput[]
  return outputs[0]?.output[0].code ?? ''
}

/** All styles of the conversation, as the build names them. */
export const conversationStyles = 'conversation.css'

/** The tap's own script before the others, which may come later. */
function scriptTags(bundle: Rolldown.OutputBundle, inlineScript: string) {
  const tap = chunkOf(bundle, entries.tap).fileName
  const inTurn = [entries.framework, entries.conversation].map(entry => chunkOf(bundle, entry).fileName)
  const needed = [entries.framework, entries.conversation, rateCatalogues.vi].flatMap(entry =>
    chunksOf(bundle, entry).map(({ fileName }) => fileName),
  )
  const later = [...new Set(needed)].filter(file => file !== tap && !inTurn.includes(file))
  return [
    `<script>${inlineScript}</script>`,
    `<script type="module" src="/${tap}" data-tap></script>`,
    ...inTurn.map(file => `<link rel="modulepreload" href="/${file}" data-start>`),
    ...later.map(file => `<link rel="modulepreload" href="/${file}">`),
  ].join('\n')
}

const page = (name: PageName, css: string, body: string, scripts: string, styles: string) => `<!doctype html>
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
<style>${css}</style>
${scripts && `<script nomodule>document.documentElement.className = 'alone'</script>`}
</head>
<body>
<div id="root">${body}</div>
${styles}
</body>
</html>
`

/** The styles of the conversation's chunks, in the order in which those start. */
const joinStyles = (bundle: Rolldown.OutputBundle) =>
  chunksOf(bundle, entries.conversation)
    .reverse()
    .flatMap(stylesOf)
    .map(file => (bundle[file] as Rolldown.OutputAsset).source)
    .join('')

/** Adds rate.html, rated.html and not-rated.html to the build. */
export function prerenderRating(api: { url: string; key: string | undefined }): Plugin {
  return {
    name: 'prerender-rating',
    apply: 'build',
    async generateBundle(_, bundle) {
      const action = `${api.url}/rest/v1/rpc/submit_rating_form?apikey=${encodeURIComponent(api.key ?? '')}`
      type Exports = { renderPages: (action: string) => Record<PageName, string>; languageStyles: string }
      const { exported, css: shared } = await loadComponents<Exports>(entries.ratePages)
      // First: the rules for a page without scripts come later and win.
      const css = rewrite(`@layer page{${exported.languageStyles}}`) + shared
      const bodies = exported.renderPages(action)
      const polyfills = loadPolyfills(chunkOf(bundle, entries.polyfills).fileName)
      const needed = { neededBuiltIns: JSON.stringify(builtInsOfFloor) }
      // For browsers that are older than the other scripts: it keeps the form at work there.
      const inlineScript = polyfills + (await bundleInlineScript(entries.firstPage, needed, ['es2015']))
      // In one file: a phone on HTTP/1.1 asks for six at a time, and a seventh waits until one has come.
      const styles = this.emitFile({ type: 'asset', name: conversationStyles, source: joinStyles(bundle) })
      // The tap's script puts it to use: neither the faces nor that script wait for it.
      const later = `<link rel="preload" as="style" href="/${this.getFileName(styles)}">`
      for (const name of Object.keys(titles) as PageName[]) {
        const parts = name === 'rate' ? ([scriptTags(bundle, inlineScript), later] as const) : (['', ''] as const)
        this.emitFile({ type: 'asset', fileName: `${name}.html`, source: page(name, css, bodies[name], ...parts) })
      }
    },
  }
}

/** The pages whose scripts are fetched with the document, by address. */
const firstPages = { '/': entries.home, '/results': entries.results }

/** Their files, without those that index.html names itself. */
function firstFiles({ bundle = {} }: IndexHtmlTransformContext) {
  const known = new Set(filesOf(bundle, entries.html))
  const shared = [
    ...filesOf(bundle, entries.queries),
    ...filesOf(bundle, rateCatalogues.vi),
    ...filesOf(bundle, publicCatalogues.vi),
  ]
  return Object.fromEntries(
    Object.entries(firstPages).map(([path, entry]) => {
      const files = new Set([...filesOf(bundle, entry), ...shared])
      return [path, [...files].filter(file => !known.has(file)).map(file => `/${file}`)]
    }),
  )
}

/** The languages that are not the page's stay unseen; the style knows which it is. */
const inLanguage = `[data-first]{display:none}${Object.keys(languages)
  .map(l => `:root:lang(${l})>body [data-first=${l}]`)
  .join()}{display:block}`

/** Adds the head of the results page to index.html, in each language, and the script that asks for the first figures. */
export function prerenderResults(define: Record<string, string>): Plugin {
  return {
    name: 'prerender-results',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, context) {
        type Exports = { renderResults: () => [language: string, body: string][] }
        const [{ exported, css }, code] = await Promise.all([
          loadComponents<Exports>(entries.resultsHead),
          bundleInlineScript(entries.inlineScript, define),
        ])
        const files = JSON.stringify(firstFiles(context))
        const polyfills = loadPolyfills(chunkOf(context.bundle ?? {}, entries.polyfills).fileName)
        const parts = exported.renderResults().map(([language, body]) => `<div data-first="${language}">${body}</div>`)
        const show = `if(location.pathname==='/results')document.getElementById('root').append(document.getElementById('first').content)`
        return html
          .replace(
            '<title>',
            () =>
              `<style>${css}${inLanguage}</style>\n<script>${polyfills}{const firstFiles=${files};${code}}</script>\n<title>`,
          )
          .replace(
            '<noscript>',
            () => `<template id="first">${parts.join('')}</template><script>${show}</script>\n<noscript>`,
          )
      },
    },
  }
}
