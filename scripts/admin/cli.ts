// npm run release, visit-codes, sign-checkpoint, ledger:export, witness:add, witness:end, staff:invite, digest, demo:load,
// demo:clear: what an administrator asks of the running server.

import { addDays, dayOfUtc, localDay, utcMidnight } from '../../src/lib/dates/day.ts'
import { loadIllustrativeRatings } from '../demo/load.ts'
import { exportTiles } from '../ledger/export.ts'
import { existingLedgerKey } from '../ledger/key.ts'
import { signCheckpoints } from '../ledger/sign.ts'
import { folder, runningServer } from '../server/data-folder.ts'
import { prepareSecrets } from '../server/secrets.ts'
import { counted, readArguments, run, step, UserError } from '../terminal.js'
import { type AdminClient, adminClient, release } from './client.ts'
import { sendDigest } from './digest.ts'

const { values: options, positionals } = readArguments({
  allowPositionals: true,
  options: {
    'as-of': { type: 'string' },
    url: { type: 'string' },
    office: { type: 'string' },
    procedure: { type: 'string' },
    channel: { type: 'string', default: 'counter' },
    count: { type: 'string', default: '1' },
    days: { type: 'string', default: '60' },
    email: { type: 'string' },
    role: { type: 'string', default: 'coordinator' },
    name: { type: 'string' },
    key: { type: 'string' },
    out: { type: 'string', default: 'ledger' },
  },
})

function serverUrl() {
  const url = options.url ?? runningServer()?.url
  if (!url) throw new UserError('Hài Lòng is not running here: start it with npm start, or name the server with --url.')
  return url
}

function checkedDay(text: string) {
  const day = utcMidnight(text)
  if (Number.isNaN(day.getTime()) || dayOfUtc(day) !== text) {
    throw new UserError(`"${text}" is no day: write it as 2026-11-30.`)
  }
  return text
}

/** The addresses of new visit codes, one a line: they are told this once, since only their hashes are kept. */
async function visitCodes(call: AdminClient, url: string) {
  const { office, procedure = null, channel, count, days } = options
  if (!office) throw new UserError('Name the office, for example: npm run visit-codes -- --office xa-cho-moi --count 3')
  if (!/^\d{1,4}$/.test(days)) throw new UserError(`--days is a number of days, not "${days}".`)
  const asked = { office, procedure, channel, count: Number(count), expires_on: addDays(localDay(), Number(days)) }
  const codes = await call<string[]>('make_visit_codes', asked)
  return codes.map(code => new URL(`/v/${code}`, url).href).join('\n')
}

/** The first one; everybody else is invited on the page of members. */
async function inviteStaff(call: AdminClient, url: string) {
  const { email, office, role } = options
  if (!email || !office) {
    throw new UserError(
      'Name the person and the office, for example: npm run staff:invite -- --email ten@coquan.gov.vn --office xa-cho-moi --role head',
    )
  }
  await call('invite_member', { email, office, role })
  return `${email} is ${role} at ${office} and signs in at ${new URL('/staff', url).href} with a code sent to that address.`
}

/** Signs what was released, where the key is. */
async function sign(call: AdminClient) {
  const key = existingLedgerKey(folder)
  if (!key) throw new UserError('There is no key here: set LEDGER_KEY, or run this where Hài Lòng was started.')
  return `${counted(await signCheckpoints(call, key), 'checkpoint')} signed.`
}

/** A newspaper, the People's Council: its program prints name and key when it is first run. */
async function addWitness(call: AdminClient) {
  const { name, key } = options
  if (!name || !key) {
    throw new UserError(
      'Name the witness and its key: npm run witness:add -- --name bao.example/witness --key <44 characters>',
    )
  }
  const token = await call<string>('register_witness', { name, public_key: key })
  return `${name} is a witness now. It hands in its signatures with this token, which is shown this once: ${token}`
}

type Command = (call: AdminClient, url: string, secretKey: string) => Promise<string>

const commands: Record<string, Command> = {
  release: async call => {
    const day = options['as-of'] === undefined ? undefined : checkedDay(options['as-of'])
    const ratings = await step('Releasing', () => release(call, day))
    if (existingLedgerKey(folder)) await sign(call)
    return `${counted(ratings, 'rating')} went into batches.`
  },
  'sign-checkpoint': sign,
  'ledger:export': async call => `${counted(await exportTiles(call, options.out), 'file')} written to ${options.out}.`,
  'witness:add': addWitness,
  'witness:end': async call => {
    await call('end_witness', { name: options.name ?? '' })
    return `${options.name} signs no more; what it has signed stays.`
  },
  'visit-codes': visitCodes,
  'staff:invite': inviteStaff,
  digest: sendDigest,
  'demo:load': async (_call, url, secretKey) => {
    const load = () =>
      step('Loading made-up ratings', report =>
        loadIllustrativeRatings({
          url,
          secretKey,
          onProgress: ({ done, total }) => report(`${done} of ${total} days`),
        }),
      )
    const { ratings, batches } = await load().catch((error: Error) => {
      throw new UserError(error.message)
    })
    return `${counted(ratings, 'rating')} entered; entries of the ledger: ${batches}.`
  },
  'demo:clear': async call => {
    await call('clear_illustrative_ratings')
    return 'The made-up ratings and the notice about them are gone.'
  },
}

await run(async () => {
  const command = commands[positionals[0] ?? '']
  if (!command) throw new UserError(`Name one of: ${Object.keys(commands).join(', ')}.`)
  const url = serverUrl()
  const { secretKey } = prepareSecrets()
  console.log(await command(adminClient(url, secretKey), url, secretKey))
})
