import { Problem } from './console.js'

/** Calls a function that only the administrator's key may call. */
export type Administrator = <T>(name: string, body?: unknown) => Promise<T>

/** Speaks to a running server, because a second process must not open its database. */
export function administrator(url: string, secretKey: string): Administrator {
  return async (name, body = {}) => {
    const response = await fetch(new URL(`/rest/v1/rpc/${name}`, url), {
      method: 'POST',
      headers: { apikey: secretKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch((error: Error) => {
      throw new Problem(`${url} does not answer (${causeOf(error)}): is Hài Lòng running there?`)
    })
    const text = await response.text()
    if (!response.ok) throw new Problem(`${name} was refused: ${refusalKey(text)} (status ${response.status}).`)
    return text ? JSON.parse(text) : undefined
  }
}

const causeOf = (error: Error) => (error.cause as { code?: string } | undefined)?.code ?? error.message

function refusalKey(text: string) {
  try {
    return JSON.parse(text).message ?? text
  } catch {
    return text
  }
}

/** Releases in steps, so that citizens are answered in between. Returns how many ratings went into batches. */
export async function release(call: Administrator, asOf?: string) {
  let released = 0
  for (let done = false; !done; ) {
    const step = await call<{ ratings: number; done: boolean }>('release_ratings', asOf ? { as_of: asOf } : {})
    released += step.ratings
    done = step.done
  }
  return released
}
