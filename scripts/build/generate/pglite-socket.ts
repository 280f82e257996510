import { createServer, type Server, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'

const SSL_REQUEST = 80877103
const TERMINATE = 'X'.charCodeAt(0)

/** Takes the next whole message of Postgres' wire protocol off the bytes that came; only the first has no type byte. */
function nextMessage(bytes: Buffer, isFirst: boolean): [message: Buffer, rest: Buffer] | undefined {
  const type = isFirst ? 0 : 1
  if (bytes.length < type + 4) return undefined
  const length = type + bytes.readInt32BE(type)
  return bytes.length < length ? undefined : [bytes.subarray(0, length), bytes.subarray(length)]
}

function speak(db: PGlite, socket: Socket) {
  let bytes = Buffer.alloc(0)
  let isFirst = true
  let turn = Promise.resolve()

  async function answer() {
    for (let next = nextMessage(bytes, isFirst); next; next = nextMessage(bytes, isFirst)) {
      const [message, rest] = next
      bytes = Buffer.from(rest)
      if (isFirst && message.readInt32BE(4) === SSL_REQUEST) {
        socket.write('N')
      } else if (!isFirst && message[0] === TERMINATE) {
        socket.end()
      } else {
        isFirst = false
        socket.write(await db.execProtocolRaw(message))
      }
    }
  }
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk])
    turn = turn.then(answer).catch(() => void socket.destroy())
  })
}

/** Lets a program that knows only Postgres look at a PGlite, one connection at a time. Returns the server and its address. */
export async function listen(db: PGlite): Promise<{ server: Server; url: string }> {
  const server = createServer(socket => speak(db, socket))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { server, url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable` }
}
