import { edit } from '../../../supabase/tests/property/mutations.ts'
import type { Guard } from './guard.ts'

const chosen = 'private.ratings_for_batches(text, text[], private.ladder, timestamptz)'
const rung = 'private.release_rung(text, private.ladder, timestamptz)'

/** What has to be there for bad days to do no harm. Without one of them a simulation has to go wrong. */
export const guards: Guard[] = [
  {
    name: 'a rating that comes again is the same rating',
    sql: `alter table private.ratings drop constraint ratings_pkey cascade, drop constraint ratings_id_key cascade;
      ${edit('private.accept_rating(json, timestamptz)', ['where id = v_id or receipt_hash = v_receipt and batch_number is not null', 'where false'])}`,
  },
  {
    name: 'a phone forgets a call once it has been answered',
    edits: [
      {
        file: 'src/rate/outbox/outbox.ts',
        from: 'await this.stores.replace(first, { failures: failures + 1 })',
        to: 'await this.stores.settle([first], {})',
      },
    ],
  },
  {
    name: 'a captive portal answers for nobody',
    edits: [
      {
        file: 'src/data/ratings.ts',
        from: `if (typeof state?.correctable !== 'boolean') throw new Problem(0, 'offline')`,
        to: '',
      },
    ],
  },
  {
    name: 'a key that was changed is asked for again',
    edits: [{ file: 'src/data/rpc.ts', from: 'if ([401, 403].includes(response.status)) {', to: 'if (0) {' }],
  },
  {
    name: 'a clock that is wrong by years is corrected',
    edits: [
      {
        file: 'src/rate/outbox/judge-refusal.ts',
        from: 'if (!isWrongNow && !wasWrong) return undefined',
        to: 'return undefined',
      },
    ],
  },
  {
    name: 'the calls of one receipt go in the order of the taps',
    edits: [{ file: 'src/rate/outbox/outbox.ts', from: 'const [first] = queue\n', to: 'const first = queue.at(-1)\n' }],
  },
  {
    name: 'a batch is of k people',
    sql: `alter table public.batches drop constraint batches_check1;
      ${edit(chosen, [`people >= (select private.setting('min_batch')::integer)`, `people >= (select private.setting('min_batch')::integer - 2)`])}`,
  },
  {
    name: 'what is in a batch is not changed any more',
    sql: edit('private.correctable_rating(text)', ['v_rating.batch_number is not null or', '']),
  },
  {
    name: 'each batch holds the hash of the entry before it',
    sql: edit('private.append_batch(public.batches)', ['private.ledger_head()', `repeat('0', 64)`]),
  },
  {
    name: 'a batch commits to the receipts that are in it',
    sql: edit(rung, ['uuid_send(r.receipt_hash)) as leaf', 'uuid_send(gen_random_uuid())) as leaf']),
  },
]
