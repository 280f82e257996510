import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { UserError } from '../terminal.js'

// The shell has no window of its own to draw, and opens a page in a third of the time.
const systemNames = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath() {
  for (const name of systemNames) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return undefined
}

function playwrightOwn() {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function attempt(command: string, ...args: string[]) {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 300_000 })
  } catch {
    // Whether it worked is seen from the browser being there.
  }
}

/** A Chromium for the browser tests: one that is there, else one that can be had. `how` says which. */
export function findBrowser(): { path: string; how: string } {
  const own = playwrightOwn()
  if (own) return { path: own, how: "Playwright's own Chromium" }
  const system = onPath()
  if (system) return { path: system, how: `the system's ${system}` }
  console.log('No Chromium found; asking Playwright to download one.')
  attempt('npx', 'playwright', 'install', 'chromium')
  const downloaded = playwrightOwn()
  if (downloaded) return { path: downloaded, how: 'a Chromium that Playwright downloaded' }
  if (process.getuid?.() === 0) {
    console.log('That did not work; installing the package chromium-headless-shell, or chromium.')
    attempt('apt-get', 'update')
    for (const name of ['chromium-headless-shell', 'chromium']) {
      attempt('apt-get', 'install', '-y', '--no-install-recommends', name)
      const installed = onPath()
      if (installed) return { path: installed, how: `the package ${name}, installed now (${installed})` }
    }
  }
  throw new UserError(
    'The browser tests need Chromium: install the package chromium, or run npx playwright install chromium.',
  )
}
