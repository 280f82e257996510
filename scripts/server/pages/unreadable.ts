import type { Plugin } from 'vite'

const statuses: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

type Unreadable = NodeJS.ErrnoException & { rawPacket?: Buffer }

/** Answers what is no request that can be read as the API refuses one, and not in Vite's way, with nothing. */
export const unreadableRequests: Plugin = {
  name: 'unreadable-requests',
  configurePreviewServer({ httpServer }) {
    httpServer.removeAllListeners('clientError')
    httpServer.on('clientError', (error: Unreadable, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
      const status = statuses[`${error.code}`] ?? '400 Bad Request'
      const body = JSON.stringify({ code: `PT${status.slice(0, 3)}`, message: 'query_invalid' })
      const headers = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close`
      // Nothing follows the head of an answer to HEAD.
      const isHead = error.rawPacket?.subarray(0, 5).toString() === 'HEAD '
      socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${isHead ? '' : body}`)
    })
  },
}
