// Prints the figures of the database on a Postgres server: storage, submissions, the release, and questions.
//
//   DATABASE_URL=postgres://… npx node bench/database.ts [--ratings 1000000] [--published 10000000] [--seconds 20]
//
// It makes two databases of its own beside the one named and drops them at the end. Machines are noisy: the last
// columns are ratios within this run.

import { parseArgs } from 'node:util'
import { askQuestions } from './questions.ts'
import { release } from './release.ts'
import { withSampleProvince } from './sample-province.ts'
import { submit } from './submissions.ts'

const { values } = parseArgs({
  options: {
    ratings: { type: 'string', default: '1000000' },
    published: { type: 'string', default: '10000000' },
    seconds: { type: 'string', default: '20' },
  },
})
const server = process.env.DATABASE_URL
if (!server) throw new Error('Set DATABASE_URL to a Postgres server on which databases may be made.')

const lines: [what: string, measured: string, must: string][] = []
await withSampleProvince(server, 'hai_long_bench', async sql => {
  lines.push(...(await submit(sql, Number(values.seconds))))
  lines.push(...(await release(sql, Number(values.ratings))))
})
await withSampleProvince(server, 'hai_long_bench', async small => {
  const few = await askQuestions(small, Number(values.published) / 100)
  await withSampleProvince(server, 'hai_long_bench_large', async large => {
    const many = await askQuestions(large, Number(values.published))
    lines.push(['satisfaction(), p95 of random questions', `${many.toFixed(1)} ms`, '<= 10 ms'])
    lines.push(['the same with 100x the ratings', `${(many / few).toFixed(2)}x`, '<= 1.2x'])
  })
})
for (const [what, measured, must] of lines) console.log(`${what.padEnd(48)} ${measured.padStart(14)}   ${must}`)
