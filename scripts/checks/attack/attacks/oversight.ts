// What takes two people, or somebody independent: voiding a batch, and asking.

import { randomUUID } from 'node:crypto'
import { type Attack, allHeld } from '../attack.ts'
import { expected, ratingAt, type Target, times } from '../target.ts'

const top = 'tinh-an-giang'
const own = 'xa-hoi-an'
type Person = Awaited<ReturnType<Target['signedIn']>>

/** Somebody whom a member has invited, signed in. */
async function invitedBy(target: Target, { headers }: Person, role: string, office = top) {
  const email = `${role}-${randomUUID().slice(0, 8)}@example.org`
  expected(await target.call('invite_member', { email, office, role }, headers), 'invite_member')
  return target.signedIn(email)
}

async function publishedBatch(target: Target) {
  const place = await target.place(own)
  await target.rate(times(12, () => ratingAt(place)))
  await target.release()
  const [batch] = await target.batches(place)
  if (!batch) throw new Error('no batch came out')
  return String(batch.number)
}

/** One proposes and another confirms; whether the batch is voided by it. */
async function voidWith(target: Target, batch: string, first: Person, second: Person) {
  const proposed = await target.call('propose_void', { batch, reason: 'Nhập thử' }, first.headers)
  if (proposed.status >= 400) return false
  const confirmed = await target.call('confirm_void', { proposal: String(proposed.body) }, second.headers)
  if (confirmed.status < 400) return true
  expected(await target.call('withdraw_void', { proposal: String(proposed.body) }, first.headers), 'withdraw_void')
  return false
}

async function voidAlone(target: Target) {
  const coordinator = await target.staff('coordinator', top)
  const second = await invitedBy(target, coordinator, 'coordinator')
  const third = await invitedBy(target, second, 'auditor')
  const fourth = await invitedBy(target, coordinator, 'auditor')
  const pairs: [story: string, first: Person, second: Person][] = [
    ['oneself', coordinator, coordinator],
    ['an auditor of one’s own', coordinator, fourth],
    ['an auditor through another mailbox', coordinator, third],
    ['two mailboxes of one’s own', fourth, second],
    ['another coordinator', coordinator, second],
  ]
  const worked: string[] = []
  for (const [story, first, other] of pairs)
    if (await voidWith(target, await publishedBatch(target), first, other)) worked.push(story)
  return allHeld(worked, pairs.length)
}

async function voidOwn(target: Target) {
  const auditor = await target.staff('auditor', top)
  const coordinator = await target.staff('coordinator', top)
  await target.admin('invite_member', { email: coordinator.email, office: own, role: 'head' })
  const ofCommune = await target.staff('coordinator', own)
  const head = await target.staff('head', own)
  const worked: string[] = []
  for (const [story, person] of Object.entries({ 'who is its head as well': coordinator, ofCommune, head })) {
    const batch = await publishedBatch(target)
    if ((await voidWith(target, batch, auditor, person)) || (await voidWith(target, batch, person, auditor)))
      worked.push(story)
  }
  return allHeld(worked, 6)
}

async function steerAsking(target: Target) {
  const [head, clerk, coordinator] = [
    await target.staff('head', own),
    await target.staff('clerk', own),
    await target.staff('coordinator', own),
  ]
  const independent = { email: `doc-lap-${randomUUID()}@example.org`, organisation: 'Mặt trận' }
  await target.admin('invite_member', { ...independent, office: top, role: 'interviewer' })
  const asker = await target.signedIn(independent.email)
  const named = (email: string, office: string) => ({ email, office, role: 'interviewer', organisation: 'Hội' })
  const quarter = '2026-07-01'
  const tries: [story: string, name: string, args: object, by: Person | 'administrator'][] = [
    ['a clerk who asks', 'invite_member', named(clerk.email, top), 'administrator'],
    ['who asks works there', 'invite_member', { email: asker.email, office: own, role: 'clerk' }, 'administrator'],
    ['an office names who asks about it', 'invite_member', named('ban@example.org', own), coordinator],
    ['a head names them above', 'invite_member', named('ban@example.org', top), head],
    ['about the office where one is named', 'make_control_codes', { office: top, count: '1' }, asker],
  ]
  for (const by of [head, clerk, coordinator])
    tries.push(
      ['staff make codes', 'make_control_codes', { office: own, count: '1' }, by],
      ['staff take people', 'take_control_contacts', { office: own, quarter }, by],
      ['staff read who is asked', 'control_contacts', { office: own, quarter }, by],
    )
  const worked: string[] = []
  for (const [story, name, args, by] of tries) {
    const asked = by === 'administrator' ? target.asAdmin(name, args) : target.call(name, args, by.headers)
    if ((await asked).status < 400) worked.push(story)
  }
  return allHeld(worked, tries.length)
}

export const oversightAttacks: Attack[] = [
  {
    name: 'void a batch alone',
    severity: 'high',
    tried: 'by oneself, and with mailboxes that one has invited',
    attempt: voidAlone,
  },
  {
    name: 'void a batch of one’s own office',
    severity: 'high',
    tried: 'its head, its coordinator, and who is both',
    attempt: voidOwn,
  },
  {
    name: 'choose who asks independently',
    severity: 'high',
    tried: 'staff who ask, who are asked, or name who asks',
    attempt: steerAsking,
  },
]
