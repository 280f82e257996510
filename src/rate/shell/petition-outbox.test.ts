import { expect, test } from 'vitest'
import type { FeedbackCall } from '../../data/feedback/calls'
import { Problem } from '../../data/problem'
import type { ReceiptState } from '../../data/ratings'
import { Outbox } from '../outbox/outbox'
import { FakeDevice } from '../outbox/outbox.fixtures'
import { outgoingOf } from './petition-outbox'

const petition: FeedbackCall = {
  fn: 'send_feedback',
  args: { code: 'PPPP', kind: 'office', office: 'xa-cho-moi', text: 'Việc', anonymous: true },
}
const addition: FeedbackCall = { fn: 'follow_feedback', args: { code: 'PPPP', message: 'M', do: 'add', text: 'Thêm' } }
const received = { state: 'received' } as unknown as ReceiptState

test('a petition waits and is sent in its own order, and nothing of it is kept once it has arrived', async () => {
  const sent: string[] = []
  let isOffline = true
  const device = new FakeDevice()
  const queue = outgoingOf(
    Outbox,
    Promise.resolve(device.store),
    async ({ fn }) => {
      if (isOffline) throw new TypeError('Failed to fetch')
      sent.push(fn)
      return received
    },
    device,
  )
  await queue.send('PPPP', petition)
  await queue.send('PPPP', addition)
  await expect.poll(async () => (await queue.stateOf('PPPP')).problem?.key).toBe('offline')
  expect(await queue.stateOf('PPPP')).toMatchObject({ isWaiting: true, refused: undefined })

  isOffline = false
  queue.wake()
  await expect.poll(async () => (await queue.stateOf('PPPP')).isWaiting).toBe(false)
  expect(sent).toEqual(['send_feedback', 'follow_feedback'])
  await expect.poll(() => device.store.all('outcomes')).toEqual([])
  expect(await device.store.all('calls')).toEqual([])
})

test('what an earlier page left is sent by a later one', async () => {
  const device = new FakeDevice()
  const offline = async () => {
    throw new TypeError('Failed to fetch')
  }
  const earlier = outgoingOf(Outbox, Promise.resolve(device.store), offline, device)
  await earlier.send('PPPP', petition)
  device.kill()
  const later = outgoingOf(Outbox, Promise.resolve(device.store), async () => received, device)
  await expect.poll(async () => (await later.stateOf('PPPP')).isWaiting).toBe(false)
})

const refusing = (status: number, key: string) => {
  const device = new FakeDevice()
  const send = async (): Promise<ReceiptState> => {
    throw new Problem(status, key)
  }
  return outgoingOf(Outbox, Promise.resolve(device.store), send, device)
}

test.each(['feedback_too_long', 'phone_invalid', 'office_unknown', 'feedback_closed_already'])(
  'a petition that is refused (%s) says why until its sender has read it',
  async key => {
    const queue = refusing(422, key)
    await queue.send('PPPP', petition)
    await expect.poll(async () => (await queue.stateOf('PPPP')).refused).toBe(key)
    expect((await queue.stateOf('PPPP')).isWaiting).toBe(false)
    await queue.forget('PPPP')
    expect((await queue.stateOf('PPPP')).refused).toBeUndefined()
  },
)

test.each([
  [429, 'feedback_full'],
  [503, 'feedback_closed'],
  [401, 'key_invalid'],
  [404, 'function_unknown'],
])('a petition for which there is no way today (%d %s) waits', async (status, key) => {
  const queue = refusing(status, key)
  await queue.send('PPPP', petition)
  await expect.poll(async () => (await queue.stateOf('PPPP')).problem?.key).toBe(key)
  expect(await queue.stateOf('PPPP')).toMatchObject({ isWaiting: true, refused: undefined })
})
