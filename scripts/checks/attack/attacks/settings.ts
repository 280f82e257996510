import { type Attack, allHeld, outcome } from '../attack.ts'
import { secretKey } from '../folders.ts'
import { ratingAt, type Target, times } from '../target.ts'

const top = 'tinh-an-giang'
const publishedValue = async (target: Target, key: string) => (await target.rows(`settings?key=eq.${key}`))[0]?.value

/** Twelve ratings, all satisfied, and what is said about them. */
async function verdictAfter(target: Target, change: () => Promise<unknown>) {
  const place = await target.place('xa-nhon-my')
  await target.rate(times(20, i => ratingAt(place, { score: i < 12 ? 5 : 1 })))
  await target.release()
  const asked = `rpc/satisfaction?by=all&office=${place.office}&procedure=${place.procedure}`
  const verdict = async () => (await target.rows(asked))[0]
  const before = await verdict()
  await change()
  const after = await verdict()
  return { before, after }
}

async function lowerTarget(target: Target) {
  const { headers } = await target.staff('coordinator', top)
  const save = (value: string) => target.call('save_setting', { key: 'target_percent', value, seen: '90' }, headers)
  const tooLow = await save('1')
  const { before, after } = await verdictAfter(target, () => save('50'))
  const changes = await target.rows('rule_changes?key=eq.target_percent')
  const isHeld = tooLow.status === 422 && before?.target_percent === after?.target_percent && changes.length > 0
  return outcome(
    isHeld,
    `1 is answered ${tooLow.status}; after 50 the figure is held against ${after?.target_percent}, ${changes.length} changes in the ledger`,
  )
}

async function smallGroups(target: Target) {
  const { headers } = await target.staff('coordinator', top)
  const tries = [
    ['min_batch', '1', '10'],
    ['min_batch', '4', '10'],
    ['min_batch', '10.5', '10'],
    ['retention_days', '0', '365'],
    ['visit_code_margin', '100000', '20'],
    ['illustrative', 'false', 'true'],
    ['last_release_on', '"2020-01-01"', 'null'],
  ]
  const worked: string[] = []
  for (const [key, value, seen] of tries) {
    const { status } = await target.call('save_setting', { key, value, seen }, headers)
    if (status < 400) worked.push(`${key} ${value}`)
  }
  const seen = (await target.rows('rpc/publication_ladder')).map(({ after_days }) => after_days)
  const zeros = await target.call('save_ladder', { days: seen.map(() => 0), seen }, headers)
  if (zeros.status < 400) worked.push('a ladder of zeros')
  return allHeld(worked, tries.length + 1)
}

async function falseAddress(target: Target) {
  const { headers } = await target.staff('coordinator', top)
  const addresses = [
    'https://a@evil.example?x#y',
    'https://hailong.vn@evil.example',
    'https://evil.example#.hailong.vn',
    'https://evil.example/path',
    'https://evil.example?',
    'https://hailọng.vn',
    'javascript:alert(1)',
    '//evil.example',
  ]
  const worked: string[] = []
  for (const address of addresses) {
    const args = {
      key: 'public_address',
      value: JSON.stringify(address),
      seen: JSON.stringify(await publishedValue(target, 'public_address')),
    }
    if ((await target.call('save_setting', args, headers)).status < 400) worked.push(address)
  }
  return allHeld(worked, addresses.length)
}

async function pictures(target: Target) {
  const { headers } = await target.staff('coordinator', top)
  const encoded = (text: string) => Buffer.from(text).toString('base64')
  const files = [
    `data:image/svg+xml;base64,${encoded('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')}`,
    `data:text/html;base64,${encoded('<script>alert(1)</script>')}`,
    `data:image/png;base64,${encoded('<script>alert(1)</script>')}`,
    'https://evil.example/logo.png',
  ]
  const worked: string[] = []
  for (const picture of files) {
    if ((await target.call('save_logo', { picture, seen: null }, headers)).status < 400)
      worked.push(picture.slice(0, 30))
  }
  return allHeld(worked, files.length)
}

/** With the key of the administrator, over HTTP. */
async function emptying(target: Target) {
  await target.admin('clear_illustrative_ratings', {})
  await target.rate([ratingAt(await target.place())])
  const admin = { apikey: secretKey }
  const calls: [string, object][] = [
    ['enter_illustrative_ratings', { days: [] }],
    ['clear_illustrative_ratings', {}],
    ['save_setting', { key: 'min_batch', value: '5', seen: '10' }],
    ['save_setting', { key: 'illustrative', value: 'true', seen: 'false' }],
    ['release_ratings', { as_of: '2030-01-01' }],
  ]
  const worked: string[] = []
  for (const [name, args] of calls) {
    const { status } = await target.call(name, args, admin)
    if (status < 400) worked.push(`${name} ${status}`)
  }
  const deletes = ['batches?number=gt.0', 'rule_changes?position=gt.0', 'audit_log?id=gt.0', 'monthly_totals?n=gt.0']
  for (const path of deletes) {
    const { status } = await target.ask(`/rest/v1/${path}`, { method: 'DELETE', headers: admin })
    if (status < 300) worked.push(`DELETE ${path} ${status}`)
  }
  return allHeld(worked, calls.length + deletes.length)
}

export const settingAttacks: Attack[] = [
  {
    name: 'lower the target',
    severity: 'medium',
    tried: '1, and 50 with effect on what is published',
    attempt: lowerTarget,
  },
  {
    name: 'publish small groups',
    severity: 'medium',
    tried: 'k of 1 and 4, a ladder of zeros, settings that are none',
    attempt: smallGroups,
  },
  {
    name: 'print a false address',
    severity: 'medium',
    tried: 'public addresses that lead elsewhere',
    attempt: falseAddress,
  },
  {
    name: 'hang up a picture with a script',
    severity: 'medium',
    tried: 'SVG, HTML and a PNG that is none',
    attempt: pictures,
  },
  {
    name: 'clear away true ratings',
    severity: 'critical',
    tried: "the administrator's key",
    isAlone: true,
    attempt: emptying,
  },
]
