import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

export const roleGuards: Guard[] = [
  {
    name: 'capabilities',
    stops: 'rise above a role',
    sql: edit('private.require_capability(text, text)', [`perform private.refuse(403, 'not_allowed')`, 'return']),
  },
  {
    name: 'no-grants-on-figures',
    stops: 'write into tables',
    // What notes a change for those who keep copies may not be called by whoever writes there, and would stop it as well.
    sql: `alter table public.set_aside_totals disable trigger note_inserts; grant insert on public.set_aside_totals to authenticated;
      create policy "anyone adds to them" on public.set_aside_totals for insert to authenticated with check (true)`,
  },
  {
    name: 'comments-of-own-office',
    stops: 'read the comments of a neighbour',
    sql: `alter policy "those who work at an office, above it or audit it read its comments" on public.comments using (true)`,
  },
  {
    name: 'originals-for-auditors',
    stops: 'look behind the mask',
    sql: edit('public.look_at_original(text)', [`'read_original_comments'`, `'read_comments'`]),
  },
]
