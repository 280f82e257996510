import { closed } from './contract/closed.ts'
import { pages } from './contract/pages.ts'
import { administrator, roles } from './contract/people.ts'
import { reading } from './contract/reading.ts'
import { refusing } from './contract/refusing.ts'
import { ask, type Check, type Site } from './contract/site.ts'

type How = {
  withPages: boolean
  say: (line: string) => void
  /** One part by its name. */
  only?: string
}

/** Which parts can be asked with what is known. */
function partsFor(site: Site, withPages: boolean) {
  const parts: [string, Check[]][] = [
    ['What everybody reads', reading],
    ['What is refused', refusing],
    ['What is closed', closed],
  ]
  if (withPages) parts.push(['Pages', pages])
  if (site.secretKey) parts.push(['The administrator', administrator])
  if (site.secretKey && site.jwtSecret) parts.push(['People', roles])
  return parts
}

/** Nothing that is printed may hold a key: an answer may repeat what it was asked with. */
const withoutSecrets = (text: string, { secretKey, jwtSecret }: Site) =>
  [secretKey, jwtSecret].reduce<string>((plain, secret) => (secret ? plain.replaceAll(secret, '…') : plain), text)

/** Asks a site everything; says each finding as it comes, and answers how many are wrong. */
export async function checkSite(site: Site, { withPages, say, only }: How) {
  const reached = await ask(`${site.api}/rest/v1/settings?select=key&limit=1`, {
    headers: { apikey: site.publishableKey },
  }).catch((error: Error) => error)
  if (reached instanceof Error) {
    say(`${site.api} does not answer: ${(reached.cause as Error | undefined)?.message ?? reached.message}`)
    return 1
  }
  let [right, wrong] = [0, 0]
  for (const [part, checks] of partsFor(site, withPages).filter(([name]) => !only || name === only)) {
    say(`\n${part}`)
    for (const { name, remedy, attempt } of checks) {
      const fault = await attempt(site).catch((error: Error) => `it could not be asked: ${error.message}`)
      if (fault === undefined) {
        right += 1
        say(`  ✓ ${name}`)
      } else {
        wrong += 1
        say(`  ✗ ${name}\n      seen: ${withoutSecrets(fault, site)}\n      to do: ${remedy}`)
      }
    }
  }
  if (!site.secretKey) say('\nNot asked: what the administrator may, which needs --secret.')
  else if (!site.jwtSecret)
    say('\nNot asked: what each role may, which needs --jwt-secret, the one that Auth signs tokens with.')
  say(`\n${right} right, ${wrong} wrong`)
  return wrong
}
