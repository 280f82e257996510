import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

const signIn = 'scripts/server/sign-in/sign-in.ts'
const limit = 'scripts/server/sign-in/limit.ts'

export const signInGuards: Guard[] = [
  {
    name: 'sign-in-shape',
    stops: 'sign in by another way than a mailed code',
    edits: [
      {
        file: signIn,
        from: `if (!asked) return`,
        to: `if (!asked) return inTurn(() => answer(request))\n    if (!asked) return`,
      },
    ],
  },
  {
    name: 'tries-per-code',
    stops: 'guess a sign-in code',
    edits: [{ file: limit, from: 'entry.tries >= limits.triesACode', to: 'false' }],
  },
  {
    name: 'tries-per-hour',
    stops: 'guess the codes of many people',
    edits: [{ file: limit, from: 'wrong.length >= limits.triesAnHour', to: 'false' }],
  },
  {
    name: 'tries-of-the-code-alone',
    stops: 'lock staff out',
    edits: [
      {
        file: limit,
        from: 'codeAt: now(), tries: 0, isMember',
        to: 'codeAt: now(), tries: find(key)?.tries ?? 0, isMember',
      },
    ],
  },
  {
    name: 'mails-per-minute',
    stops: 'flood a mailbox',
    edits: [{ file: limit, from: 'inLastMinute >= limits.mailsAMinute || ', to: '' }],
  },
  {
    name: 'mails-to-members-alone',
    stops: 'mail strangers',
    edits: [{ file: signIn, from: 'if (known) later(', to: 'later(' }],
  },
  {
    name: 'same-answer-to-all',
    stops: 'find out who is staff',
    edits: [
      { file: signIn, from: 'return Response.json({})', to: 'return Response.json({}, { status: known ? 200 : 422 })' },
    ],
  },
  {
    name: 'sign-out-ends-the-session',
    stops: 'go on after signing out',
    edits: [{ file: signIn, from: `if (asked.way === 'logout')`, to: 'if (false)' }],
  },
  {
    name: 'refresh-token-once',
    stops: 'use a stolen refresh token',
    edits: [{ file: signIn, from: `if (asked.way === 'token')`, to: 'if (false)' }],
  },
  {
    name: 'memberships-end',
    stops: 'go on after the membership',
    sql: edit('private.offices_where(text)', ['and m.ended_at is null', '']),
  },
]
