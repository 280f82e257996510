import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../scripts/bootstrap.js'
import { buildApp } from '../../scripts/build/app.ts'
import { step } from '../../scripts/terminal.js'

const here = import.meta.dirname

/** The packages of the comparison, which the project itself does without. */
export async function preparePackages() {
  const installed = join(here, 'node_modules/.package-lock.json')
  const wanted = join(here, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return
  await step('Installing Lighthouse and SurveyJS, once', () => {
    execFileSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: here, stdio: 'inherit' })
  })
}

/** Builds the app and copies it, so that it stays the same for all runs. */
export async function buildOurs(folder: string, publishableKey: string) {
  await buildApp(publishableKey)
  cpSync(join(root, 'dist'), folder, { recursive: true })
}

export async function buildSurvey(folder: string, publishableKey: string) {
  await step('Building the page with SurveyJS', () =>
    build({
      root: join(here, 'survey'),
      configFile: false,
      logLevel: 'warn',
      define: { 'import.meta.env.VITE_SUPABASE_ANON_KEY': JSON.stringify(publishableKey) },
      build: { outDir: folder, emptyOutDir: true, target: 'es2020', chunkSizeWarningLimit: 5_000 },
    }),
  )
}
