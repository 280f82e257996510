import type { History, Question } from './arbitraries.ts'
import { hashOf, lastHash } from './chain.ts'
import { must, same } from './ladder-rules.ts'
import { type Batch, type PublicView, ratedIn, saidIn, standing, withMonths } from './public-view.ts'
import { totalsRead } from './published-counts.ts'
import { isWithin } from './sample-province.ts'

/** What the plan must say of online services: sums over the batches that name the channel, by quarter. */
function onlineIn(batches: Batch[], { office }: Question): PublicView['others'][number]['plan'] {
  const online = standing(batches).filter(
    b => b.channel === 'online' && (office === null || isWithin(b.office_code, office)),
  )
  const byQuarter = Map.groupBy(online, b => {
    const [year, month] = b.released_on.split('-').map(Number)
    return `${year}-${String(Math.floor(((month ?? 1) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`
  })
  return Object.fromEntries(
    [...byQuarter].map(([quarter, all]) => [
      quarter,
      [all.reduce((sum, b) => sum + b.score_4 + b.score_5, 0), all.reduce((sum, b) => sum + b.n, 0)],
    ]),
  )
}

/** Every other public function and file tells what the ledger tells. */
export function mustSayTheSame(view: PublicView, { questions, k }: History) {
  for (const [index, { said, rated, badge, card, plan }] of view.others.entries()) {
    const question = withMonths(questions[index] as Question, view.settings)
    const sorted = (answers: Record<string, number>) => JSON.stringify(Object.entries(answers).sort())
    const expected = saidIn(view.groups, question)
    must(sorted(said) === sorted(expected), `answers() says ${sorted(said)}, not ${sorted(expected)}`)
    must(rated === ratedIn(view.batches, question), `coverage() says ${rated}, not ${ratedIn(view.batches, question)}`)
    const online = JSON.stringify(Object.entries(onlineIn(view.batches, question)).sort())
    must(
      JSON.stringify(Object.entries(plan).sort()) === online,
      `plan_figures() says ${JSON.stringify(plan)}, not ${online}`,
    )
    for (const shown of [badge, card?.description]) {
      const n = Number(/(?:>|· )([\d.]+) lượt/.exec(shown ?? '')?.[1]?.replaceAll('.', '') ?? 0)
      must(n === 0 || n >= k, `a badge or a card shows ${n} people`)
    }
  }
  const [batches, totals, corrections, setAside, places, answered, groups] = view.files
  must(JSON.stringify(batches.map(b => b.hash)) === JSON.stringify(view.batches.map(b => b.hash)), 'a file of its own')
  must(
    batches.every(b => b.hash === hashOf(b)),
    'the file of the ledger does not prove itself',
  )
  must(same(totalsRead(totals), totalsRead(view.totals)), 'the file of the totals differs from the table')
  must(
    same(
      corrections.map(b => b.voids),
      view.batches.flatMap(b => b.voids ?? []),
    ),
    'a correction is missing',
  )
  must(JSON.stringify(setAside) === JSON.stringify(view.set_aside), 'the file of what was set aside differs')
  must(
    places.every(({ code, waiting }) => view.waiting[code] === waiting),
    'the file of the offices shows other waiting ratings',
  )
  must(JSON.stringify(groups) === JSON.stringify(view.groups), 'the file of the groups differs')
  const given = groups.flatMap(g =>
    Object.entries(g.answers).map(([answer, n]) => `${g.position} ${g.question}.${answer} ${n}`),
  )
  must(
    same(
      answered.map(({ position, question, answer, n }) => `${position} ${question}.${answer} ${n}`),
      given,
    ),
    'the file of the answers differs from the ledger',
  )
  if (view.entries) {
    const { batches: entries, group_answers: answers, monthly_totals: cells } = view.entries
    must(entries === batches.length && answers === given.length && cells === totals.length, 'a file has other rows')
  }
  must(
    view.ledger.batches === batches.length && view.ledger.hash === lastHash(view),
    'the ledger is said to end elsewhere',
  )
}
