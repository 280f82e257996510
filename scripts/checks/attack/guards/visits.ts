import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

export const visitGuards: Guard[] = [
  {
    name: 'used-like-unused',
    stops: 'ask whether a slip was used',
    sql: edit('public.visit_page(text)', [
      `v_office is null then 'expired'`,
      `v_office is null then 'expired' when v_visit.spent_in is not null then 'spent'`,
    ]),
  },
  {
    name: 'codes-by-dossiers',
    stops: 'flood with own codes',
    sql: edit('private.check_visit_order(text, text, public.service_channel, integer, date)', [
      '> private.visit_code_limit(office, v_today)',
      '> 1000000',
    ]),
  },
  {
    name: 'codes-once',
    stops: 'use a visit code twice',
    sql: edit('private.spend_visit(uuid, date)', [' and spent_in is null', '']),
  },
]
