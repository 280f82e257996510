import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

export const textGuards: Guard[] = [
  {
    name: 'mask',
    stops: 'leave a number for the officer',
    sql: edit('private.mask_identifiers(text)', [`if strpos(v_plain, '#') = 0 then`, 'if true then']),
  },
  {
    name: 'plain-copy',
    stops: 'leave a number for the officer',
    sql: `create or replace function private.plain_letter(letter text) returns text
      language sql immutable security invoker set search_path = '' as $$ select letter $$`,
  },
  {
    name: 'readable-names',
    stops: 'give an office a name nobody can read',
    sql: edit('private.text_problem(text, integer, boolean)', [`written is null or written = ''`, 'true']),
  },
  {
    name: 'clean-comments',
    stops: 'write signs that do something',
    sql: `create or replace function private.clean_text(written text) returns text
      language sql immutable security invoker set search_path = '' as $$ select written $$`,
  },
]
