import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

export const placeGuards: Guard[] = [
  {
    name: 'signed-by-the-kiosk',
    stops: 'pass for a paired kiosk',
    sql: edit('private.signing_device(text, text)', [
      `and private.device_mac(k.key, message) = decode(substr(signed, 38), 'hex')`,
      '',
    ]),
  },
  {
    name: 'keys-of-the-own-counter',
    stops: 'pass for a paired kiosk',
    sql: edit('private.is_of_kiosk(jsonb, text)', ['d.counter_code = counter and ', '']),
  },
  {
    name: 'pairing-once',
    stops: 'pass for a paired kiosk',
    sql: edit('public.pair_device(json)', [
      'delete from private.pairing_codes p\n',
      'update private.pairing_codes p set kind = p.kind\n',
    ]),
  },
  {
    name: 'five-a-code',
    stops: 'send the code of a display on',
    sql: edit('private.code_budget()', ['select 5', 'select 500']),
  },
  {
    name: 'paired-by-who-manages-it',
    stops: 'pair a screen with a counter of others',
    sql: edit('private.managed_counter(text)', [
      `perform private.require_capability(private.managing_office(v_counter), 'manage_counters');`,
      '',
    ]),
  },
]
