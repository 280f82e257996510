import { relative } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { root } from '../bootstrap.js'

afterEach(() => vi.unstubAllEnvs())

/** Where the data would lie, from the project's folder. */
async function dataFolder() {
  vi.resetModules()
  const { folder } = await import('./data-folder.ts')
  return relative(root, folder)
}

it.each(['', ' ', undefined])('keeps the data in their own folder where DATA_DIR is %j', async given => {
  vi.stubEnv('DATA_DIR', given)
  expect(await dataFolder()).toBe('supabase/.temp')
})

it('keeps them where DATA_DIR says', async () => {
  vi.stubEnv('DATA_DIR', `${root}/elsewhere`)
  expect(await dataFolder()).toBe('elsewhere')
})
