// What proves that somebody stood at the counter: a paired kiosk, and the code that a display shows.

import { createHmac } from 'node:crypto'
import { type Attack, allHeld, outcome } from '../attack.ts'
import { expected, type Place, ratingAt, type Target, times } from '../target.ts'

export type Paired = { device: string; key: string; step: number; now: string }

export async function pair(target: Target, counter: string, kind: 'kiosk' | 'display') {
  const { code } = await target.admin('make_pairing_code', { counter, kind })
  const { body } = expected(await target.call('pair_device', { code, counter, kind }), 'pair_device')
  return { code: code as string, paired: body as Paired }
}

const mac = ({ key }: Pick<Paired, 'key'>, ...words: unknown[]) =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(words.join('|'))

const signature = (by: Paired, { receipt, counter, score }: ReturnType<typeof ratingAt>) =>
  `${by.device}.${mac(by, 'rating', receipt, counter, score).digest('hex')}`

/** A tap at the kiosk, signed as the kiosk signs. */
export function tapAt(place: Place, by: Paired, score = 5) {
  const rating = ratingAt({ ...place, counter: place.kiosk }, { score })
  return { ...rating, place: signature(by, rating) }
}

/** How many of these the owner finds to be proven. */
const proven = (target: Target, { office, procedure }: Place) =>
  target.owner(async db => {
    const { rows } = await db.query<{ n: number }>(
      `select count(*)::integer as n from private.ratings where trust = 'on_site' and office_code = $1 and procedure_code = $2`,
      [office, procedure],
    )
    return rows[0]?.n ?? 0
  })

async function falseKiosk(target: Target) {
  const place = await target.place()
  const at = { ...place, counter: place.kiosk }
  const { paired } = await pair(target, place.kiosk, 'kiosk')
  const [own, other] = [ratingAt(at), ratingAt(at)]
  const strange = { ...paired, key: '00'.repeat(32) }
  const elsewhere = await pair(target, (await target.place('xa-cho-moi')).kiosk, 'kiosk')
  const revoked = await pair(target, place.kiosk, 'kiosk')
  await target.admin('revoke_device', { device: revoked.paired.device })
  const forged = [
    { ...own, place: signature(strange, own) },
    { ...other, place: signature(paired, own) },
    { ...ratingAt(at, { score: 1 }), place: signature(paired, own) },
    ...[elsewhere, revoked].map(({ paired: by }) => {
      const rating = ratingAt(at)
      return { ...rating, place: signature(by, rating) }
    }),
    { ...ratingAt(at), place: `${paired.device}.` },
    { ...ratingAt(at), place: paired.device },
  ]
  await target.rate(forged)
  const again = await target.call('pair_device', { code: revoked.code, counter: place.kiosk, kind: 'kiosk' })
  const n = await proven(target, place)
  return outcome(
    n === 0 && again.status === 404,
    `${n} of ${forged.length} forged taps pass for the kiosk's; its pairing code again: ${again.status}`,
  )
}

/** The code of a display now, as src/rate shows it. */
function shownBy(by: Paired, counter: string) {
  const step = Math.floor(Date.parse(by.now) / 1000 / by.step)
  const bytes = mac(by, 'code', counter, step).digest()
  const digits = [step, ...bytes.subarray(0, 9)].map(byte => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32])
  return digits.join('')
}

async function sentOn(target: Target) {
  const place = await target.place()
  const { paired } = await pair(target, place.counter, 'display')
  const address = `?p=${shownBy(paired, place.counter)}`
  await target.rate(times(20, () => ({ ...ratingAt(place), place: address })))
  const n = await proven(target, place)
  // None at all would say that the code was made wrongly here.
  if (n === 0) throw new Error('the code of the display let nobody in')
  return outcome(n <= 5, `one code sent to twenty phones: ${n} count as having been there`)
}

async function pairing(target: Target) {
  const { kiosk, counter } = await target.place('xa-cho-moi')
  const [head, clerk] = [await target.staff('head', 'xa-hoi-an'), await target.staff('clerk', 'xa-cho-moi')]
  const tries = [
    await target.call('make_pairing_code', { counter: kiosk, kind: 'kiosk' }, head.headers),
    await target.call('make_pairing_code', { counter: kiosk, kind: 'kiosk' }, clerk.headers),
    await target.call('make_pairing_code', { counter: kiosk, kind: 'kiosk' }),
    await target.call('make_pairing_code', { counter, kind: 'kiosk' }),
    await target.call('pair_device', { code: '00000000', counter: kiosk, kind: 'kiosk' }),
    await target.call('pair_device', { counter: kiosk, kind: 'kiosk' }),
    await target.call('revoke_device', { device: (await pair(target, kiosk, 'kiosk')).paired.device }, head.headers),
  ]
  return allHeld(
    tries.flatMap(({ status }, at) => (status < 400 ? [`try ${at + 1}: ${status}`] : [])),
    tries.length,
  )
}

export const placeAttacks: Attack[] = [
  {
    name: 'pass for a paired kiosk',
    severity: 'high',
    tried: 'false, foreign, revoked and borrowed signatures; a pairing code again',
    attempt: falseKiosk,
  },
  {
    name: 'send the code of a display on',
    severity: 'medium',
    tried: 'one code on twenty phones',
    attempt: sentOn,
  },
  {
    name: 'pair a screen with a counter of others',
    severity: 'high',
    tried: 'a head of another commune, a clerk, anybody',
    attempt: pairing,
  },
]
