import { randomUUID } from 'node:crypto'
import { type Attack, allHeld, outcome } from '../attack.ts'
import { secretKey } from '../folders.ts'
import { publishComments } from '../scenes.ts'
import type { Target } from '../target.ts'

const spellings = [
  '0912345678',
  '0912 345 678',
  '0912\u00a0345\u00a0678',
  '0912\u2009345\u2009678',
  '0912\u2013345\u2013678',
  '0912\u00ad345\u00ad678',
  '09123\u200b45678',
  '0912_345_678',
  '84.912.345.678',
  '០៩១២៣៤៥៦៧៨',
  '０９１２３４５６７８',
  '٠٩١٢٣٤٥٦٧٨',
]
const others = [
  'hoa.nguyen@example.com',
  'hoa @ example.com',
  'hoa＠example.com',
  'hoa (a) example.com',
  '67A-123.45',
  'zalo: hoanguyen',
  '000.00.15.H01-240101-0001',
]

async function leavingNumbers(target: Target) {
  const written = [...spellings, ...others]
  const kept: string[] = []
  // Twelve people in a batch.
  for (const some of [written.slice(0, 12), written.slice(12)]) {
    const { comments } = await publishComments(
      target,
      'xa-long-dien',
      some.map(words => ({ comment: `Gọi cho tôi theo ${words} nhé` })),
    )
    kept.push(...some.filter(words => comments.some(({ text }) => text.includes(words))))
  }
  return allHeld(kept, written.length)
}

const strange = {
  'a hundred thousand letters': 'x'.repeat(100_000),
  'nothing to be seen': '\u200b',
  'a turned direction': 'Xã \u202eiộh',
  'a lost letter': 'Xã \ufffd',
  'a bell': 'Xã\u0007',
}

async function strangeNames(target: Target) {
  const worked: string[] = []
  for (const [what, name] of Object.entries(strange)) {
    const row = {
      code: `xa-${randomUUID().slice(0, 8)}`,
      kind: 'xã',
      parent_code: 'tinh-an-giang',
      opened_on: '2025-07-01',
    }
    for (const named of [{ name }, { name: 'Xã Mới', desk: name }, { name: 'Xã Mới', hotline: name }]) {
      const { status } = await target.call('save_office', { office: { ...row, ...named } }, { apikey: secretKey })
      if (status < 400) worked.push(`${what} as ${Object.keys(named).at(-1)}`)
    }
  }
  return allHeld(worked, 15)
}

async function strangeComment(target: Target) {
  const { comments } = await publishComments(target, 'xa-long-dien', [
    { comment: 'Tốt\u0007\u001b[31m \u202elắm\u202c <b>!</b>' },
  ])
  const text = comments[0]?.text ?? ''
  const signs = [...text].filter(letter => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(letter))
  return outcome(signs.length === 0, `staff read ${JSON.stringify(text)}`)
}

export const textAttacks: Attack[] = [
  {
    name: 'leave a number for the officer',
    severity: 'medium',
    tried: 'telephones, mail, plates and dossiers in 19 spellings',
    attempt: leavingNumbers,
  },
  {
    name: 'give an office a name nobody can read',
    severity: 'low',
    tried: 'length, direction, nothing visible',
    attempt: strangeNames,
  },
  {
    name: 'write signs that do something',
    severity: 'low',
    tried: 'escape, bell and a turned direction in a comment',
    attempt: strangeComment,
  },
]
