import { queryOptions } from '@tanstack/react-query'
import { roles } from '../lib/staff-lists'
import { supabase } from './client'
import { Problem, toProblem } from './problem'

export { roles }
export type Role = (typeof roles)[number]
/** A role at an office. A coordinator's and an auditor's reaches everything below it. */
export type Membership = { office: string; name: string; role: Role }
export type Me = { email: string; roles: Membership[] }

/** Why a code is not sent or not taken, by the codes of Supabase Auth. */
const refusals: Record<string, string> = {
  otp_expired: 'code_wrong',
  validation_failed: 'email_malformed',
  email_address_invalid: 'email_malformed',
  over_email_send_rate_limit: 'codes_too_often',
  over_request_rate_limit: 'tries_too_many',
}

function toAuthProblem(error: { code?: string | undefined; status?: number | undefined; name: string }) {
  const key = refusals[error.code ?? '']
  if (key) return new Problem(error.status ?? 400, key)
  if (error.status === 429) return new Problem(429, 'tries_too_many')
  // supabase-js reports a lost answer as an error without a status.
  return error.name === 'AuthRetryableFetchError' && !error.status
    ? new Problem(0, 'offline')
    : new Problem(500, 'server')
}

/** Mails a code of six digits. Throws a Problem: email_malformed, codes_too_often. */
export async function sendCode(email: string) {
  const { error } = await supabase.auth.signInWithOtp({ email })
  if (error) throw toAuthProblem(error)
}

/** Throws a Problem: code_wrong, tries_too_many. */
export async function signInWith(email: string, token: string) {
  const { error } = await supabase.auth.verifyOtp({ email, token, type: 'magiclink' })
  if (error) throw toAuthProblem(error)
}

/** Ends the session in the database and deletes it on this device, the latter also when the server cannot be reached. */
export async function signOut() {
  const { data: held } = await supabase.auth.getSession()
  if (held.session) await supabase.rpc('end_session')
  await supabase.auth.signOut().catch(() => {})
  await supabase.auth.signOut({ scope: 'local' })
}

/** Calls back when the session ends, in this tab or another. Returns how to end the listening. */
export function onSignedOut(work: () => void) {
  const { data } = supabase.auth.onAuthStateChange(event => event === 'SIGNED_OUT' && work())
  return () => data.subscription.unsubscribe()
}

/** The name under which this browser has rated (deviceName in src/rate/outbox/page-outbox.ts); null when it has not. */
function ratingDevice() {
  try {
    return localStorage.getItem('device')
  } catch {
    return null
  }
}

/**
 * Tells once that staff use this browser: what it rates at their own offices is set aside, also what waits already. Nobody
 * waits for it, and where it fails the next page tells it.
 */
export const staffDevice = queryOptions({
  queryKey: ['staff_device'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    const device = ratingDevice()
    const { error } = device ? await supabase.rpc('note_staff_device', { device }) : { error: null }
    return !error
  },
})

/**
 * The signed-in person and their roles. Each request prolongs the session in the database.
 * Throws a Problem: sign_in_first, session_over.
 */
export const staffMe = queryOptions({
  queryKey: ['staff_me'],
  queryFn: async () => {
    const { data: held } = await supabase.auth.getSession()
    if (!held.session) throw new Problem(401, 'sign_in_first')
    const { data, error } = await supabase.rpc('staff_me')
    if (error) throw toProblem(error)
    return data as Me
  },
})
