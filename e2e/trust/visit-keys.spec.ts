import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { paths } from '../../src/paths'
import { api } from '../api'
import { onOwnServer } from '../own-server'
import { question, test } from '../rating'
import { scanned } from '../scanning'

const run = promisify(execFile)
const clients = {
  'python3 docs/clients/issue_visit_code.py': ['python3', ['docs/clients/issue_visit_code.py']],
  'node docs/clients/issue-visit-code.mjs': [process.execPath, ['docs/clients/issue-visit-code.mjs']],
} as const

test.describe.configure({ timeout: 180_000 })

test('one-stop software has codes made, each once, and no more once its key is revoked', async ({ page }) => {
  await onOwnServer(page, async ({ url, call }) => {
    const ask = async (name: string, body: object) => {
      const headers = { apikey: api.secretKey, 'content-type': 'application/json' }
      const asked = { method: 'POST', headers, body: JSON.stringify(body) }
      return (await fetch(`${url}/rest/v1/rpc/${name}`, asked)).json()
    }
    await call('save_setting', { key: 'public_address', value: `"${url}"`, seen: 'null' })
    const { id, key } = await ask('make_visit_key', { office: 'xa-hoi-an', name: 'Một cửa điện tử' })
    const env = { ...process.env, HAI_LONG_API: url, HAI_LONG_APIKEY: api.publishableKey, HAI_LONG_KEY: key }

    const codes = new Set<string>()
    for (const [name, [program, script]] of Object.entries(clients)) {
      const issue = async (request: string) =>
        JSON.parse((await run(program, [...script, 'xa-hoi-an', '1.001193', 'counter', request], { env })).stdout)
      const told = await issue(`request of ${name}`.replaceAll(' ', '-'))
      expect(await issue(`request of ${name}`.replaceAll(' ', '-')), name).toEqual(told)
      expect(told.address).toBe(`${url}${paths.visit(told.code)}`)
      codes.add(told.code)

      await page.setContent(`<body style="margin:0">${told.qr}</body>`)
      const read = await scanned(page, await page.screenshot())
      expect(read, name).toMatchObject({ jsqr: told.address, zxing: told.address })
    }
    expect(codes.size).toBe(2)
    await page.goto(`${url}${paths.visit([...codes][0] ?? '')}`)
    await expect(question(page)).toBeVisible()

    await call('revoke_visit_key', { key: String(id) })
    for (const [program, script] of Object.values(clients)) {
      const refused = run(program, [...script, 'xa-hoi-an', '1.001193', 'counter', 'request-after'], { env })
      await expect(refused).rejects.toThrow('visit_key_unknown')
    }
  })
})
