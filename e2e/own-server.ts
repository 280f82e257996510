import { rmSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { newFolder, startServer } from '../scripts/checks/test-server'
import { api } from './api'

type Own = { url: string; call: (name: string, body: object, key?: string) => Promise<void> }

/** A server that no other test uses, for what moves everybody: a release, a setting. */
export async function onOwnServer(page: Page, work: (own: Own) => Promise<void>) {
  const folder = newFolder()
  const server = await startServer(folder, ['--no-demo'])
  const call = async (name: string, body: object, key = api.secretKey) => {
    const headers = { apikey: key, 'content-type': 'application/json' }
    const asked = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${server.url}/rest/v1/rpc/${name}`, asked)
    expect(answer.status, await answer.text()).toBeLessThan(300)
  }
  try {
    await work({ url: server.url, call })
  } finally {
    // What the page still asks for would be refused, and a refused request is an error on its console.
    await page.goto('about:blank').catch(() => undefined)
    await server.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}
