import { edit, mutations } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

/** One of those that the property test plants. */
const planted = (name: string) => {
  const sql = mutations[name]
  if (!sql) throw new Error(`There is no mutation "${name}" any more`)
  return sql
}

export const readingGuards: Guard[] = [
  {
    name: 'people-not-rows',
    stops: 'read one answer with nine of one device',
    sql: planted('a batch that counts ratings instead of people'),
  },
  {
    name: 'no-device-is-one',
    stops: 'read one answer with nine of no device',
    sql: planted('ratings without a device that are people each'),
  },
  {
    name: 'unpaired-is-no-device',
    stops: 'read one answer with nine of a kiosk',
    sql: edit('private.sender(jsonb, private.rating_origin, uuid, date)', [`and c.kind = 'kiosk')`, 'and false)']),
  },
  {
    name: 'kiosk-is-three',
    stops: 'read one answer with nine of a paired kiosk',
    sql: planted('ratings of a kiosk that are people each'),
  },
  {
    name: 'moved-is-one',
    stops: 'send nine after a victim',
    sql: planted('ratings that follow a person to another procedure and count'),
  },
  {
    name: 'two-satisfied',
    stops: 'read what all of a batch said',
    sql: edit('private.least_satisfied()', ['select 2', 'select 0']),
  },
  {
    name: 'answers-by-three',
    stops: 'read one further answer',
    sql: edit('private.take_answer_groups(boolean, boolean, date)', ['min(g.people) >= 3', 'min(g.people) >= 1']),
  },
  {
    name: 'factors-by-three',
    stops: 'know a writer by the factor',
    sql: edit('private.shared_factors(integer, text, jsonb)', ['>= 3', '>= 1']),
  },
  {
    name: 'withdrawn-by-k',
    stops: 'see one withdrawal',
    sql: planted('a count of what was set aside that moves by one person'),
  },
  {
    name: 'waiting-by-k',
    stops: 'see one who waits',
    sql: planted('a waiting count that moves by one person'),
  },
  {
    name: 'release-by-the-administrator',
    stops: 'watch numbers move',
    sql: 'grant execute on function public.release_ratings(text) to anon',
  },
  {
    name: 'marks-of-public-rows',
    stops: 'tell by the mark of a copy that somebody came',
    // As if a rating were something that everybody reads.
    sql: `call private.note_changes_of('private.ratings')`,
  },
  {
    name: 'copies-for-anybody-alone',
    stops: 'be handed the copy of somebody else',
    sql: edit('gateway.before_request()', [`current_setting('role', true) = 'anon' and `, '']),
  },
  {
    name: 'copies-of-the-whole',
    stops: 'be handed the copy of somebody else',
    sql: edit('gateway.before_request()', [' and private.is_whole_answer()', '']),
  },
  {
    name: 'tries-in-tens',
    stops: 'see one try of a code',
    sql: `alter table public.refused_tries drop constraint refused_tries_n_check;
      ${edit('private.publish_refused_tries(date)', ['e.n / 10 * 10', 'e.n'])}`,
  },
]
