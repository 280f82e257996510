import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Received = { from: string; to: string; subject: string; text: string }

async function parseMail(content: Buffer): Promise<Received> {
  const { from, to, subject = '', text = '' } = await PostalMime.parse(content)
  return {
    from: from?.name ? `${from.name} <${from.address}>` : (from?.address ?? ''),
    to: to?.map(({ address }) => address).join(', ') ?? '',
    subject,
    text,
  }
}

/** A mail server that takes what is sent to it, but for the addresses that it refuses. */
export async function startMailServer() {
  const mails: Received[] = []
  const refused = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      done(refused.has(address) ? Object.assign(new Error('nobody of this name'), { responseCode: 550 }) : null)
    },
    onData(stream, _, done) {
      buffer(stream)
        .then(parseMail)
        .then(mail => {
          mails.push(mail)
          done()
        }, done)
    },
  })
  // A client that goes away in the middle is no failure of the test.
  server.on('error', () => undefined)
  const { port } = await new Promise<AddressInfo>(resolve => {
    const listening = server.listen(0, '127.0.0.1', () => resolve(listening.address() as AddressInfo))
  })
  return { url: `smtp://127.0.0.1:${port}`, mails, refused, close: () => server.close() }
}
