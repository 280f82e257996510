import { type AddressInfo, createServer, type Socket } from 'node:net'

export type Received = { from: string; to: string; subject: string; text: string }

/** RFC 2047, as far as UTF-8 goes. */
const words = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, way: string, word: string) =>
      way.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : quoted(word.replaceAll('_', ' ')),
    )

const quoted = (text: string) =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

function parsed(mail: string): Received {
  const end = mail.indexOf('\r\n\r\n')
  const headers = mail.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? ''
  const body = mail.slice(end + 4)
  const way = header('Content-Transfer-Encoding')
  const text =
    way === 'base64' ? Buffer.from(body, 'base64').toString() : way === 'quoted-printable' ? quoted(body) : body
  return {
    from: words(header('From')),
    to: header('To'),
    subject: words(header('Subject')),
    text: text.replaceAll('\r\n', '\n'),
  }
}

/** A mail server that takes what is sent to it (RFC 5321), but for the addresses that it refuses. */
export async function startMailServer() {
  const mails: Received[] = []
  const refused = new Set<string>()
  const server = createServer(socket => converse(socket, mails, refused))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, mails, refused, close: () => server.close() }
}

function converse(socket: Socket, mails: Received[], refused: Set<string>) {
  let text = ''
  let isMail = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const answer = (line: string) => {
    const [, address] = /^RCPT TO:<(.*?)>/i.exec(line) ?? []
    if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
    else if (/^DATA/i.test(line)) {
      isMail = true
      say('354 go on')
    } else say(address && refused.has(address) ? '550 nobody of this name' : '250 fine')
  }
  socket.setEncoding('utf8').on('error', () => undefined)
  socket.on('data', chunk => {
    text += chunk
    for (let end = 0; ; ) {
      const mark = isMail ? '\r\n.\r\n' : '\r\n'
      end = text.indexOf(mark)
      if (end < 0) return
      const part = text.slice(0, end)
      text = text.slice(end + mark.length)
      if (!isMail) {
        answer(part)
        continue
      }
      // A line that begins with a dot was sent with two.
      mails.push(parsed(part.replace(/^\.\./gm, '.')))
      isMail = false
      say('250 taken')
    }
  })
  say('220 test')
}
