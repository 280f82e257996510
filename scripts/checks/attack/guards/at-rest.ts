import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

const releaseRung = 'private.release_rung(text, private.ladder, timestamptz)'

export const atRestGuards: Guard[] = [
  {
    name: 'released-rows-anew',
    stops: 'tell a released rating by its instant',
    sql: `alter table private.ratings drop constraint "waiting: all is known; in a batch: nothing that its batch does not name";
      ${edit(
        releaseRung,
        [
          'delete from private.ratings r using chosen c where r.receipt_hash',
          'update private.ratings r set batch_number = v_last + c.place from chosen c where r.receipt_hash',
        ],
        [
          `insert into private.ratings (receipt_hash, batch_number, score, channel, trust, office_code, procedure_code, details)
      select receipt_hash, number, score, channel, trust, v_office, procedure_code, details
      from claimed order by receipt_hash`,
          'select 1',
        ],
      )}`,
  },
  {
    name: 'released-in-no-order',
    stops: 'join visit codes to released ratings',
    // As somebody might write it who wants to keep them in order.
    sql: edit(
      releaseRung,
      ['r.score, r.details,', 'r.score, r.details, r.received_at,'],
      ['from claimed order by receipt_hash', 'from claimed order by received_at'],
    ),
  },
  {
    name: 'own-user-alone',
    stops: 'read the files as another user',
    edits: [
      {
        file: 'scripts/server/serve.ts',
        from: 'const usual = process.umask(0o077)',
        to: 'const usual = process.umask(0o022)',
      },
      {
        file: 'scripts/server/data-folder.ts',
        from: `'': 0o700,
    data: 0o700,
    'lock.db': 0o600,
    'server.json': 0o600,`,
        to: `'': 0o755,
    data: 0o755,`,
      },
    ],
  },
  {
    name: 'no-comments-in-the-log',
    stops: 'find comments in the audit log',
    sql: edit('private.log_changes()', [` or tg_table_name = 'comments' and tg_op <> 'UPDATE'`, '']),
  },
  {
    name: 'quiet-refusals',
    stops: 'find people in the server log',
    edits: [
      {
        file: 'scripts/server/lite-api.ts',
        from: 'if (!learned) return print(...values)',
        to: 'print(...values)\n    if (!learned) return',
      },
    ],
  },
]
