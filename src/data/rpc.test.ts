import { beforeEach, expect, test, vi } from 'vitest'

let answers: { [key: string]: () => Response | Promise<Response> }
let file: () => Response
let asked: string[]

async function answer(address: string, { headers }: RequestInit = {}) {
  if (address === '/api.json') return file()
  const key = new Headers(headers).get('apikey') ?? ''
  asked.push(key)
  return (answers[key] ?? (() => Response.json({ message: 'Invalid API key' }, { status: 401 })))()
}

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('location', { origin: 'http://localhost' })
  vi.stubGlobal('fetch', answer)
  answers = { today: () => Response.json({ state: 'waiting' }) }
  file = () => Response.json({ key: 'today' })
  asked = []
})

const call = async () => (await import('./rpc')).rpc('receipt_state', {})

test('a refused key is read anew and the call sent once more; from then on the new one is used', async () => {
  expect(await call()).toEqual({ state: 'waiting' })
  expect(await call()).toEqual({ state: 'waiting' })
  expect(asked).toEqual(['publishable', 'today', 'today'])
})

test('calls that were under way together each come through', async () => {
  expect(await Promise.all([call(), call(), call()])).toHaveLength(3)
  expect(asked.filter(key => key === 'publishable').length).toBeGreaterThan(0)
})

test.each([401, 403])(
  '%i: what is no refusal of ours loses nothing, and the call is not sent in circles',
  async status => {
    answers = {
      publishable: () => new Response('<h1>Log in</h1>', { status }),
      today: () => new Response('<h1>Log in</h1>', { status }),
    }
    await expect(call()).rejects.toMatchObject({ isFinal: false })
    expect(asked).toEqual(['publishable', 'today'])
  },
)

test.each([
  ['no such file', () => new Response('<h1>Not found</h1>', { status: 404 })],
  ['the app in its place', () => new Response('<!doctype html>')],
  ['a file without a key', () => Response.json({})],
  ['somebody else’s file', () => Response.json(null)],
])('%s: the key stays, and the call is not sent again', async (_, read) => {
  file = read
  await expect(call()).rejects.toMatchObject({ isFinal: false })
  expect(asked).toEqual(['publishable'])
})
