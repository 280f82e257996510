import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { type Answer, api, ask, newReceipt, staffTables, tables } from './api.ts'
import { argumentsOf, callers, type Outcome, type Place, people, readers } from './matrix.ts'
import { newCounter } from './offices.ts'
import { accountAlone, invite, newAddress, signedIn } from './staff.ts'

const migrations = new URL('../supabase/migrations/', import.meta.url)
const sql = readdirSync(migrations)
  .map(file => readFileSync(new URL(file, migrations), 'utf8'))
  .join('\n')
const made = (what: string) =>
  [...new Set([...sql.matchAll(new RegExp(`create ${what} public\\.(\\w+)`, 'g'))].map(([, name]) => name))].toSorted()
const columnsOf: Record<string, string[]> = { ...tables, ...staffTables }

test('every table and function of the API has its line in the matrix, and columns to try', () => {
  expect(readers.map(({ name }) => name).toSorted()).toEqual(made('(?:table|view|materialized view)'))
  expect(callers.map(({ name }) => name).toSorted()).toEqual(made('(?:function|procedure)'))
  expect(Object.keys(columnsOf).toSorted()).toEqual(readers.map(({ name }) => name).toSorted())
})

const own = 'xa-hoi-an'
const other = 'xa-cho-moi'
const top = 'tinh-an-giang'
type Headers = Record<string, string>
const asAdministrator = { apikey: api.secretKey }

async function rows(path: string, headers: Headers): Promise<number> {
  const answer = await ask(`/rest/v1/${path}`, { headers: { prefer: 'count=exact', ...headers } })
  expect(answer.status, `${path}: ${answer.text.slice(0, 200)}`).toBeLessThan(300)
  return Number(answer.headers.get('content-range')?.split('/')[1])
}

/** Refused for want of a right: of the role in the database, or of the person's role at an office. */
function outcomeOf({ status, body, text }: Answer, what: string): Outcome {
  expect(status, `${what}: ${text.slice(0, 200)}`).toBeLessThan(500)
  const code = String(body?.code)
  if (code === 'PT401' || code === 'PT403') return '0'
  if ([401, 403].includes(status) && code === '42501') return '-'
  return status < 300 && Array.isArray(body) && body.length === 0 ? 'n' : 'a'
}

/** Who they are, and the headers that act as them. */
async function enter(person: (typeof people)[number]) {
  const email = newAddress('ma-tran')
  if (person === 'anybody') return { email, headers: {} }
  if (person === 'somebody without a role') return { email, headers: await accountAlone(email) }
  await invite(email, ['coordinator', 'interviewer'].includes(person) ? top : own, person)
  return { email, headers: await signedIn(email) }
}

/** One that nobody has taken on, by its id, which only the office's side knows. */
async function newPetition(office: string): Promise<string> {
  const sent = { code: newReceipt(), kind: 'office', office, text: 'Thử', anonymous: true }
  await ask('/rest/v1/rpc/send_feedback', { body: JSON.stringify(sent) })
  const list = { body: JSON.stringify({ office }), headers: asAdministrator }
  const { body } = await ask('/rest/v1/rpc/feedback_list', list)
  return body.find(
    (one: { office_code: string; state: string }) => one.office_code === office && one.state === 'received',
  ).id
}

/** The praise of a comment, which somebody may have nominated before. */
async function nominated(comment: string): Promise<string> {
  const headers = asAdministrator
  await ask('/rest/v1/rpc/nominate_praise', { body: JSON.stringify({ comment }), headers })
  const { body } = await ask(`/rest/v1/praises?comment_id=eq.${comment}&select=id`, { headers })
  return body[0].id
}

const asked = async (name: string, sent: object) =>
  (await ask(`/rest/v1/rpc/${name}`, { body: JSON.stringify(sent), headers: asAdministrator })).body

/** A display that is paired with a counter. */
async function newDisplay(counter: string): Promise<string> {
  const { code } = await asked('make_pairing_code', { counter, kind: 'display' })
  return (await asked('pair_device', { code, counter, kind: 'display' })).device
}

async function somethingOf(office: string): Promise<Place> {
  const [row] = (await ask(`/rest/v1/offices?code=eq.${office}`)).body
  const waiting = `/rest/v1/comments?office_code=eq.${office}&handled_at=is.null&select=id&limit=1`
  const [comment] = (await ask(waiting, { headers: asAdministrator })).body
  const member = await invite(newAddress('ma-tran'), office, 'clerk')
  const batches = `/rest/v1/batches?office_code=eq.${office}&voids=is.null&select=number&limit=1`
  const [batch] = (await ask(batches)).body
  const petition = await newPetition(office)
  const counter = await newCounter(office, 'Quầy thử')
  return {
    office,
    row,
    counter,
    device: await newDisplay(counter),
    key: String((await asked('make_visit_key', { office, name: 'Phần mềm thử' })).id),
    member: member.id,
    comment: comment?.id,
    batch: batch && String(batch.number),
    praise: comment && (await nominated(comment.id)),
    petition,
  }
}

type Reader = { person: (typeof people)[number]; email: string; headers: Headers }

/** The rows of a table that a person with a role answers for: of one office, or of the province with all that is below it. */
async function scopeOf({ person, email }: Reader, table: string) {
  if ((person === 'clerk' || person === 'interviewer') && table === 'members') return `email.eq.${email}`
  if (person !== 'coordinator') return `office_code.in.(${own})`
  const { body } = await ask('/rest/v1/offices?select=code,parent_code')
  const scope = new Set([top])
  for (const above of scope) for (const { code, parent_code } of body) if (parent_code === above) scope.add(code)
  return `office_code.in.(${[...scope].join(',')}),office_code.is.null`
}

/** Another test may add a row between two looks. */
async function expectAsMany(path: string, headers: Headers, wanted: string) {
  const before = await rows(wanted, asAdministrator)
  const seen = await rows(path, headers)
  const after = seen === before ? before : await rows(wanted, asAdministrator)
  expect(seen, path).toBeGreaterThanOrEqual(Math.min(before, after))
  expect(seen, path).toBeLessThanOrEqual(Math.max(before, after))
}

async function expectRows(table: string, outcome: Outcome, reader: Reader) {
  const { headers } = reader
  const path = `${table}?limit=1`
  if (outcome === '-') expect(outcomeOf(await ask(`/rest/v1/${path}`, { headers }), table), table).toBe('-')
  else if (outcome === 'n') expect(await rows(path, headers), table).toBe(0)
  else if (table in tables) await expectAsMany(path, headers, `${path}${shown[table] ?? ''}`)
  else {
    const scope = await scopeOf(reader, table)
    await expectAsMany(path, headers, `${path}&or=(${scope})`)
    expect(await rows(`${path}&not.or=(${scope})`, headers), table).toBe(0)
  }
}

/** What everybody reads of a table that nobody reads whole. */
const shown: Record<string, string> = { monthly_totals: '&grain=eq.1', settings: '&is_public=is.true' }

async function expectNoWriting(table: string, headers: Headers) {
  const column = columnsOf[table]?.[1]
  const body = JSON.stringify({ [column as string]: null })
  // Rows that are not there: a right that is, would answer that none was changed.
  const none = `/rest/v1/${table}?${column}=is.null&${columnsOf[table]?.[0]}=is.null`
  for (const [method, path] of [
    ['POST', `/rest/v1/${table}`],
    ['PATCH', none],
    ['DELETE', none],
  ] as const) {
    const answer = await ask(path, { method, headers, ...(method !== 'DELETE' && { body }) })
    expect(outcomeOf(answer, `${method} ${table}`), `${method} ${table}: ${answer.text.slice(0, 200)}`).toBe('-')
  }
}

/** What a person may see may also be empty. A line of one letter tells nobody apart. */
const isAsWanted = (found: Outcome, wanted: Outcome | undefined, line: Outcome[]) =>
  found === wanted || (found === 'n' && wanted === 'a') || (found === 'a' && new Set(line).size === 1)

for (const [position, person] of people.entries()) {
  test(`${person}: every table by every method`, async () => {
    const reader: Reader = { person, ...(await enter(person)) }
    for (const { name, own: outcomes } of readers) {
      await expectRows(name, outcomes[position] as Outcome, reader)
      await expectNoWriting(name, reader.headers)
    }
  })

  test(`${person}: every function, of the own office and of another`, async () => {
    const { headers } = await enter(person)
    const wrong: string[] = []
    for (const place of [await somethingOf(own), await somethingOf(other)]) {
      // end_session ends the session that asks: signing out has journeys of its own.
      for (const line of callers.filter(({ name }) => name !== 'end_session')) {
        const outcomes = place.office === own ? line.own : line.other
        const args = argumentsOf[line.name]?.(place) ?? {}
        // An installation without made-up ratings has no comment yet, and no batch.
        const isNothing =
          (['comment', 'comments', 'praise'].some(one => one in args) && !place.comment) ||
          ('batch' in args && !place.batch)
        if (isNothing || (place.office === other && line.other === line.own)) continue
        const answer = await ask(`/rest/v1/rpc/${line.name}`, { body: JSON.stringify(args), headers })
        const found = outcomeOf(answer, line.name)
        const wanted = outcomes[position]
        if (isAsWanted(found, wanted, outcomes)) continue
        wrong.push(`${line.name} of ${place.office}: ${found} instead of ${wanted}, ${answer.text.slice(0, 200)}`)
      }
    }
    expect(wrong).toEqual([])
  })
}
