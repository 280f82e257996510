import { edit } from '../../../../supabase/tests/property/mutations.ts'
import type { Guard } from '../guard.ts'

export const settingGuards: Guard[] = [
  {
    name: 'rules-from-next-month',
    stops: 'lower the target',
    sql: edit('private.change_rule(text, jsonb, jsonb)', [
      'perform private.append_rule_change(rule, value, v_today, ',
      'update public.settings s set value = change_rule.value where s.key = rule; perform private.append_rule_change(rule, value, v_today, ',
    ]),
  },
  {
    name: 'bounds',
    stops: 'publish small groups',
    sql: `update private.setting_rules set minimum = 1, illustrative_minimum = null where key = 'min_batch'`,
  },
  {
    name: 'days-of-the-ladder',
    stops: 'publish small groups',
    sql: edit('private.earliest_days(boolean, boolean, boolean, boolean)', ['select case', 'select 0 * case']),
  },
  {
    name: 'origins-alone',
    stops: 'print a false address',
    sql: `create or replace function private.is_origin(address text) returns boolean
      language sql immutable security invoker set search_path = '' as $$ select address ~ '^https?://.' $$`,
  },
  {
    name: 'pictures-alone',
    stops: 'hang up a picture with a script',
    sql: `alter table private.logo drop constraint logo_picture_check;
      ${edit('public.save_logo(text, text)', ['not private.is_image(picture)', 'false'])}`,
  },
  {
    name: 'true-ratings-stay',
    stops: 'clear away true ratings',
    sql: `${edit('public.clear_illustrative_ratings()', [`private.setting('illustrative') <> 'true'`, 'false'])}
      ${edit('private.forbid_ledger_change()', [`private.setting('illustrative') = 'true'`, 'true'])}`,
  },
  {
    name: 'k-of-true-ratings',
    stops: 'clear away true ratings',
    sql: `update private.setting_rules set minimum = 5 where key = 'min_batch'`,
  },
]
