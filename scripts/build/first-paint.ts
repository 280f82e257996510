// What index.html holds besides the app: a script that asks for the first figures, and the head of the results page, so
// that a phone on a weak signal shows where it is before the app has come.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type IndexHtmlTransformContext, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'
import { languages } from '../../src/i18n/languages.ts'
import { filesOf } from './bundle.ts'
import { catalogues, entries } from './entries.ts'

/** The pages whose scripts are fetched with the document, by address. */
const firstModules = { '/': entries.home, '/results': entries.results }

async function rendered(root: string) {
  const output = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: entries.resultsHead, write: false, ssrEmitAssets: true, cssCodeSplit: false, minify: true },
  })) as Rolldown.RolldownOutput
  // Beside the packages that it imports, and gone again at once: two builds may run at the same time.
  const folder = mkdtempSync(join(root, 'node_modules/.first-paint-'))
  const file = join(folder, 'first-page.mjs')
  writeFileSync(file, output.output[0].code)
  const { renderResults } = await import(pathToFileURL(file).href)
  rmSync(folder, { recursive: true })
  const css = output.output.flatMap(part => ('source' in part && part.fileName.endsWith('.css') ? [part.source] : []))
  return { bodies: renderResults() as [string, string][], css: css.join('') }
}

async function script(root: string, define: Record<string, string>) {
  const output = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    define,
    build: {
      write: false,
      lib: { entry: entries.inlineScript, formats: ['iife'], name: 'first' },
      target: 'es2020',
      minify: true,
    },
  })) as Rolldown.RolldownOutput[]
  return output[0]?.output[0].code ?? ''
}

/** Those that index.html does not name itself. */
function firstFiles({ bundle = {} }: IndexHtmlTransformContext) {
  const known = new Set(filesOf(bundle, entries.html))
  const shared = [...filesOf(bundle, entries.queries), ...filesOf(bundle, catalogues.vi)]
  return Object.fromEntries(
    Object.entries(firstModules).map(([path, module]) => {
      const files = new Set([...filesOf(bundle, module), ...shared])
      return [path, [...files].filter(file => !known.has(file)).map(file => `/${file}`)]
    }),
  )
}

/** The languages that are not the page's stay unseen; the style knows which it is. */
const inLanguage = `[data-first]{display:none}${Object.keys(languages)
  .map(l => `:root:lang(${l})>body [data-first=${l}]`)
  .join()}{display:block}`

export function firstPaint(define: Record<string, string>): Plugin {
  let config: ResolvedConfig
  return {
    name: 'first-paint',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, context) {
        const [{ bodies, css }, code] = await Promise.all([rendered(config.root), script(config.root, define)])
        const files = JSON.stringify(firstFiles(context))
        const parts = bodies.map(([language, body]) => `<div data-first="${language}">${body}</div>`).join('')
        const show = `if(location.pathname==='/results')document.getElementById('root').append(document.getElementById('first').content)`
        return html
          .replace(
            '<title>',
            () => `<style>${css}${inLanguage}</style>\n<script>{const firstFiles=${files};${code}}</script>\n<title>`,
          )
          .replace('<noscript>', () => `<template id="first">${parts}</template><script>${show}</script>\n<noscript>`)
      },
    },
  }
}
