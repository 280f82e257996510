import { seeded } from '../../scripts/demo/random.ts'
import { localDay, monthOf } from '../../src/lib/dates/day.ts'

const OFFICES = 20
const MONTHS = 36
const channels = ['counter', 'online', null] as const
const answers = [
  'praised.staff',
  'praised.result',
  'improve.procedure',
  'timeliness.on_time',
  'timeliness.late',
  'money.no',
]

/** The first day of a month so many months before the one of `today`. */
const monthBefore = (today: Date, months: number) => monthOf(localDay(today.getTime()), -months)

/** Batches of twenty offices over thirty-six months, the same for the same seed; the oldest month first. */
function batches(today: Date) {
  const random = seeded('results-page')
  const usual = Array.from({ length: OFFICES }, () => 0.82 + 0.16 * random.next())
  return Array.from({ length: MONTHS }, (_, i) => monthBefore(today, MONTHS - 1 - i)).flatMap(day =>
    usual.flatMap((satisfied, office) =>
      channels.map(channel => {
        const scores = [0, 0, 0, 0, 0]
        for (let rating = 12 + Math.floor(40 * random.next()); rating > 0; rating--) {
          const score = random.chance(satisfied) ? (random.chance(0.6) ? 4 : 3) : Math.floor(3 * random.next())
          scores[score] = (scores[score] ?? 0) + 1
        }
        const n = scores.reduce((sum, count) => sum + count, 0)
        const details = Object.fromEntries(answers.map(answer => [answer, 1 + Math.floor(random.next() * (n / 2))]))
        const named = { channel, trust: random.pick(['visit', 'on_site', 'walk_in', null]) }
        return { office: `bench-${office + 1}`, day, n, scores, details, ...named }
      }),
    ),
  )
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The statements that make the offices and publish their figures. Only sums of batches are read, so no rating is needed. */
export const sampleLedger = (today: Date) => `
insert into offices (code, name, kind, desk, parent_code)
select 'bench-' || i, 'Xã Thứ ' || i, 'xã', 'Trung tâm Phục vụ hành chính công xã Thứ ' || i, 'tinh-an-giang'
from generate_series(1, ${OFFICES}) i;
do $$
declare
  v record;
begin
  for v in select * from jsonb_to_recordset(${literal(JSON.stringify(batches(today)))}) as given (office text, day date,
    n integer, scores integer[], details jsonb, channel public.service_channel, trust public.trust)
  loop
    perform private.append_batch(row(private.lock_ledger() + 1, v.office, null, null, v.channel, v.trust, v.day, v.n,
      v.scores[1], v.scores[2], v.scores[3], v.scores[4], v.scores[5], v.details, null, null, v.day, null, null, null)::public.batches);
  end loop;
  perform private.add_to_totals(1);
  perform private.add_demo_dossiers();
  update settings set value = 'true' where key = 'illustrative';
  update settings set value = to_jsonb(${literal(localDay(today.getTime()))}::text) where key = 'last_release_on';
end
$$;`
