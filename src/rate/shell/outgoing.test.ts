import { expect, test } from 'vitest'
import { Problem } from '../../data/problem'
import type { ReceiptState } from '../../data/ratings'
import { judgeRefusal } from '../outbox/judge-refusal'
import { Outbox } from '../outbox/outbox'
import { FakeDevice } from '../outbox/outbox.fixtures'
import type { OutgoingCall } from '../outbox/storage/store'
import { outgoingOf } from './outgoing'

test('a petition waits and is sent in its own order, is no rating, and nothing of it is kept once it has arrived', async () => {
  const sent: string[] = []
  let isOffline = true
  const send = async (call: OutgoingCall) => {
    if (isOffline) throw new TypeError('Failed to fetch')
    sent.push(`${call.fn} ${'text' in call.args ? call.args.text : ''}`)
    return { state: 'received' } as unknown as ReceiptState
  }
  const device = new FakeDevice()
  const outbox = new Outbox(Promise.resolve(device.store), send, device, judgeRefusal)
  const queue = outgoingOf(outbox)
  await queue.send('PPPP', {
    fn: 'send_feedback',
    args: { code: 'PPPP', kind: 'office', office: 'xa-cho-moi', text: 'Việc', anonymous: true },
  })
  await queue.send('PPPP', { fn: 'follow_feedback', args: { code: 'PPPP', message: 'M', do: 'add', text: 'Thêm' } })
  await expect.poll(async () => (await queue.stateOf('PPPP')).problem?.key).toBe('offline')
  expect(await queue.stateOf('PPPP')).toMatchObject({ isWaiting: true, refused: undefined })
  expect(outbox.state).toMatchObject({ waiting: 0, trouble: null, ratings: [] })

  isOffline = false
  queue.wake()
  await expect.poll(async () => (await queue.stateOf('PPPP')).isWaiting).toBe(false)
  expect(sent).toEqual(['send_feedback Việc', 'follow_feedback Thêm'])
  expect(await device.store.all('outcomes')).toEqual([])
  expect(await device.store.all('calls')).toEqual([])
})

test('a petition that is refused says why until its sender has read it, and what followed it is not sent', async () => {
  const sent: string[] = []
  const send = async (call: OutgoingCall): Promise<ReceiptState> => {
    sent.push(call.fn)
    throw new Problem(422, 'feedback_too_long')
  }
  const device = new FakeDevice()
  const outbox = new Outbox(Promise.resolve(device.store), send, device, judgeRefusal)
  const queue = outgoingOf(outbox)
  await queue.send('PPPP', {
    fn: 'send_feedback',
    args: { code: 'PPPP', kind: 'office', office: 'xa-cho-moi', text: 'Việc', anonymous: true },
  })
  await expect.poll(async () => (await queue.stateOf('PPPP')).refused).toBe('feedback_too_long')
  expect((await queue.stateOf('PPPP')).isWaiting).toBe(false)
  await queue.forget('PPPP')
  expect((await queue.stateOf('PPPP')).refused).toBeUndefined()
  expect(sent).toEqual(['send_feedback'])
})

test.each(['feedback_full', 'feedback_closed'])('a petition for which there is no room today (%s) waits', async key => {
  const send = async (): Promise<ReceiptState> => {
    throw new Problem(key === 'feedback_full' ? 429 : 503, key)
  }
  const device = new FakeDevice()
  const outbox = new Outbox(Promise.resolve(device.store), send, device, judgeRefusal)
  const queue = outgoingOf(outbox)
  await queue.send('PPPP', { fn: 'follow_feedback', args: { code: 'PPPP', message: 'M', do: 'withdraw' } })
  await expect.poll(async () => (await queue.stateOf('PPPP')).problem?.key).toBe(key)
  expect(await queue.stateOf('PPPP')).toMatchObject({ isWaiting: true, refused: undefined })
})
