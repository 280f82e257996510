import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

export const oversightGuards: Guard[] = [
  {
    name: 'appointed-apart',
    stops: 'void a batch alone',
    sql: edit('private.appointed_through(text, text)', [
      `select person union select l.email from line l where l.email <> 'administrator'`,
      'select l.email from line l where false',
    ]),
  },
  {
    name: 'appointed-apart-all-the-way',
    stops: 'void a batch alone',
    sql: edit('private.appointed_through(text, text)', [
      'select m.invited_by from line l join',
      'select m.invited_by from (select * from line where false) l join',
    ]),
  },
  {
    name: 'no-work-at-that-office',
    stops: 'void a batch of one’s own office',
    sql: edit('private.voiding_sides(text, text)', ['w.office_code in (select n.code from answering n)', 'false']),
  },
  {
    name: 'from-above-that-office',
    stops: 'void a batch of one’s own office',
    sql: edit('private.voiding_sides(text, text)', ['m.office_code not in (select a.code from answering a)', 'true']),
  },
  {
    name: 'interviewers-apart',
    stops: 'choose who asks independently',
    sql: edit('private.check_independence(text, text, text)', [
      'if v_is_independent and exists',
      'if false and exists',
    ]),
  },
  {
    name: 'asked-below-alone',
    stops: 'choose who asks independently',
    sql: edit('private.offices_to_ask()', ['and m.office_code <> o', '']),
  },
  {
    name: 'named-by-none-of-the-asked',
    stops: 'choose who asks independently',
    sql: edit('public.invite_member(text, text, text, text)', [
      'perform private.require_to_appoint(office, role);',
      '',
    ]),
  },
]
