import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'
import { paths } from '../../src/paths.ts'
import { describeDataLocation } from './database.ts'
import type { Database } from './migration-record.ts'

/** The addresses under which other devices can reach this machine, containers' private networks last. */
function networkAddresses() {
  const isVirtual = (name: string) => /^(docker|br-|veth|virbr|vmnet|cni|flannel)/.test(name)
  return Object.entries(networkInterfaces())
    .sort(([a], [b]) => Number(isVirtual(a)) - Number(isVirtual(b)))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/** The poster of the desk for birth registration (1.001193) of xã Chợ Mới, or the first poster there is. */
async function exampleCounter({ query }: Pick<Database, 'query'>) {
  const [counter] = await query(`
    select c.code, o.name as office, c.name from private.counters c join public.offices o on o.code = c.office_code
      left join private.usual_procedures u on u.counter_code = c.code and u.procedure_code = '1.001193'
    where c.retired_on is null and o.closed_on is null and c.kind = 'poster'
    order by c.office_code <> 'xa-cho-moi', u.position nulls last, c.code limit 1`)
  return counter as { code: string; office: string; name: string } | undefined
}

/** White on black whatever the colours of the terminal are: a camera needs the light border. */
function qrCode(text: string) {
  const lines = renderUnicodeCompact(text, { border: 2 }).trimEnd().split('\n')
  return process.stdout.isTTY ? lines.map(line => `\u001b[97;40m${line}\u001b[0m`).join('\n') : lines.join('\n')
}

/** What a person wants to know when it runs: where to look, what to scan, where the data is, how to stop. */
export async function printStartBanner(
  database: Pick<Database, 'query'>,
  { host, port }: { host: string; port: number },
) {
  const isLocal = host === '127.0.0.1' || host === 'localhost'
  const networkUrls = isLocal ? [] : networkAddresses().map(address => `http://${address}:${port}`)
  const local = `http://localhost:${port}`
  const counter = await exampleCounter(database)
  console.log(`
Hài Lòng is running.

  On this machine   ${local}
${networkUrls.map(url => `  On the network    ${url}`).join('\n') || '  On the network    no connection found'}
  The data          ${describeDataLocation()}
  Stop with         Ctrl+C
`)
  if (!counter) return
  const page = (networkUrls[0] ?? local) + paths.rate(counter.code)
  console.log(`Rate ${counter.office}, ${counter.name}: scan with a phone on the same network, or open ${page}\n`)
  console.log(qrCode(page))
}
