import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from '../../../bootstrap.js'
import type { Edit } from '../../attack/guard.ts'
import type { App } from './app.ts'

/** Changes lines of what is loaded; throws where they are not there, because what is not switched off must not pass for it. */
const changing = (edits: Edit[]) => ({
  name: 'without-a-guard',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    const own = edits.filter(({ file }) => id.split('?')[0] === join(root, file))
    return own.reduce((text, { file, from, to }) => {
      const parts = text.split(from)
      if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`)
      return parts.join(to)
    }, code)
  },
})

/** The app once more, with a memory of its own: each phone has its own API key. */
export async function loadApp(edits: Edit[] = []): Promise<App> {
  const { module } = await runnerImport<{ app: App }>(join(import.meta.dirname, 'app.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [changing(edits)],
    define: {
      'import.meta.env.VITE_SUPABASE_URL': '"http://hai-long"',
      'import.meta.env.VITE_SUPABASE_ANON_KEY': '"key-0"',
    },
  })
  return module.app
}
