// embed.html, the page in another site's frame: its script and its styles stand in it, so it is one request and shares
// nothing with the app.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'
import { entries } from './entries.ts'
import { targets } from './old-browsers/floor.ts'
import { rewriteStyles } from './old-browsers/styles.ts'

/** `define` as in the app's own build. */
export function embedPage(define: Record<string, string>): Plugin {
  let config: ResolvedConfig
  return {
    name: 'embed-page',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async generateBundle() {
      const output = (await build({
        root: config.root,
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        define,
        plugins: [rewriteStyles()],
        build: {
          write: false,
          target: targets,
          cssCodeSplit: false,
          rolldownOptions: { input: entries.embed, output: { format: 'iife' } },
        },
      })) as Rolldown.RolldownOutput
      const script = output.output[0].code.replaceAll('</script', '<\\/script')
      const css = output.output.flatMap(part =>
        'source' in part && part.fileName.endsWith('.css') ? [part.source] : [],
      )
      const html = readFileSync(join(config.root, 'embed.html'), 'utf8')
        .replace('</head>', () => `<style>${css.join('')}</style></head>`)
        .replace(`<script type="module" src="/${entries.embed}"></script>`, () => `<script>${script}</script>`)
      if (html.includes('type="module"')) throw new Error(`embed.html does not start ${entries.embed}`)
      this.emitFile({ type: 'asset', fileName: 'embed.html', source: html })
    },
  }
}
