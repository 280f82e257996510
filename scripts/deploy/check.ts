// npm run check:deployment: asks a running system everything that it has agreed to, from outside, and says what is right, what is
// not, and what to do. It stores nothing: all that it sends is refused, or reads.

import { readArguments, run, UserError } from '../terminal.js'
import { checkSite } from './check-site.ts'

const { values: options } = readArguments({
  options: {
    url: { type: 'string' },
    // Where the API has an address of its own, as a hosted project's.
    api: { type: 'string' },
    key: { type: 'string' },
    secret: { type: 'string', default: process.env.SUPABASE_SECRET_KEY ?? '' },
    'jwt-secret': { type: 'string', default: process.env.SUPABASE_JWT_SECRET ?? '' },
    // A project of which only the database is there yet.
    'no-pages': { type: 'boolean', default: false },
  },
})

function originOf(text: string | undefined, option: string) {
  const url = URL.parse(text ?? '')
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UserError(`Name the address: --${option} https://hailong.example.gov.vn`)
  return url.origin
}

await run(async () => {
  const url = originOf(options.url ?? options.api, 'url')
  const api = originOf(options.api ?? url, 'api')
  if (!options.key) throw new UserError('Name the publishable key of the project: --key sb_publishable_…')
  const site = {
    url,
    api,
    publishableKey: options.key,
    ...(options.secret && { secretKey: options.secret }),
    ...(options['jwt-secret'] && { jwtSecret: options['jwt-secret'] }),
  }
  const wrong = await checkSite(site, { withPages: !options['no-pages'], say: line => console.log(line) })
  if (wrong > 0) process.exit(1)
})
