import { request } from 'node:http'

// biome-ignore lint/suspicious/noExplicitAny: what answers look like inside is what the attacks find out.
export type Answer = { status: number; text: string; body: any; headers: Record<string, string | undefined> }

export type Asking = {
  method?: string
  body?: string | Buffer
  headers?: Record<string, string>
  /** Milliseconds after which an answer is as good as none. */
  patience?: number
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One request with its path and headers as they are written: fetch would repair the one and forbid the other. */
export function ask(site: string, path: string, asking: Asking = {}): Promise<Answer> {
  const { body, headers = {}, patience = 20_000 } = asking
  const { hostname, port } = new URL(site)
  const method = asking.method ?? (body === undefined ? 'GET' : 'POST')
  return new Promise((resolve, reject) => {
    // A connection that is kept may just be closing when it is used again.
    const sent = request({ hostname, port, path, method, headers, agent: false, timeout: patience }, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(parts).toString()
        const said = response.headers as Answer['headers']
        resolve({ status: response.statusCode ?? 0, text, body: parsed(text), headers: said })
      })
    })
    sent.on('timeout', () => sent.destroy(new Error(`no answer to ${method} ${path} within ${patience} ms`)))
    sent.on('error', reject)
    sent.end(body)
  })
}
