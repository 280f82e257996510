import { UserError } from '../terminal.js'

/** Calls a function that only the administrator's key may call. */
export type AdminClient = <T>(name: string, body?: unknown) => Promise<T>

/** Speaks to a running server, because a second process must not open its database. */
export function adminClient(url: string, secretKey: string): AdminClient {
  return async (name, body = {}) => {
    const response = await fetch(new URL(`/rest/v1/rpc/${name}`, url), {
      method: 'POST',
      headers: { apikey: secretKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch((error: Error) => {
      throw new UserError(`${url} does not answer (${causeOf(error)}): is Hài Lòng running there?`)
    })
    const text = await response.text()
    if (!response.ok) throw new UserError(refusal(name, response.status, text))
    return text ? JSON.parse(text) : undefined
  }
}

const causeOf = (error: Error) => (error.cause as { code?: string } | undefined)?.code ?? error.message

/** What the database refuses an administrator, and what to do about it. */
export const refusals: Record<string, string> = {
  release_out_of_order:
    'A later day has been released already, and the ledger is in the order of its days: name a later one.',
  day_malformed: 'This is no day: write it like 2026-11-29.',
  release_in_future: 'A day that has not come can be released only while the ratings are made up: leave out --as-of.',
  ratings_exist:
    'There are true ratings, and made-up ones never stand beside them: try it in another folder (DATA_DIR).',
  not_illustrative: 'The ratings here are true ones, and nobody can delete them.',
  office_unknown: 'No office has this code: look it up on the results page, in the address of the office.',
  office_closed: 'This office is closed: its successor makes the codes now.',
  channel_missing: 'Say how the dossier was handled: counter, online or postal.',
  count_invalid: 'From 1 to 5,000 codes can be made at once.',
  expires_on_invalid: 'The last day must be today or later, and within a year.',
  role_unknown: 'The roles are coordinator, head, clerk and auditor.',
  email_malformed: 'Write the address like ten@coquan.gov.vn.',
  member_already: 'This address has that role at this office already.',
  feedback_key_invalid: 'That is no public key for petitions: make a pair with npm run feedback-key.',
  ledger_key_invalid:
    'That is no key that checkpoints can be signed with from now on: make one with npm run ledger-key -- --name <site>/ledger.',
  ledger_name_fixed: 'The ledger has a name already, which witnesses know: make the new key for the same name.',
  witness_invalid:
    'A witness has a name of small letters like bao.example/witness, not that of the ledger, and a key of 44 characters.',
  witness_unknown: 'No witness has this name.',
  checkpoint_unknown: 'The ledger has no checkpoint of this size.',
  checkpoint_differs: 'The ledger has another root at this size: what was signed is of another ledger.',
  signature_malformed: 'That is no signature of a checkpoint.',
  tile_unknown: 'The tree has no such part.',
  ledger_append_only: 'The ledger only grows: answer a wrong batch with its reversal (the page Oversight).',
}

function refusal(name: string, status: number, text: string) {
  const key = refusalKey(text)
  return refusals[key] ?? `${name} was refused: ${key} (status ${status}).`
}

function refusalKey(text: string): string {
  try {
    return JSON.parse(text).message ?? text
  } catch {
    return text
  }
}

/** Releases in steps, so that citizens are answered in between. Returns how many ratings went into batches. */
export async function release(call: AdminClient, asOf?: string) {
  let released = 0
  for (let done = false; !done; ) {
    const step = await call<{ ratings: number; done: boolean }>('release_ratings', asOf ? { as_of: asOf } : {})
    released += step.ratings
    done = step.done
  }
  return released
}
