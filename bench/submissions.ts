import { v7 } from 'uuid'
import { toCrockford } from '../src/lib/crockford.ts'
import { percentile, type Sql } from './sample-province.ts'

/** Sends 1,000 submissions a second from 8 connections and answers with the p99 from due time to answer. */
export async function submit(sql: Sql, seconds: number): Promise<[string, string, string][]> {
  const due = Array.from({ length: seconds * 1000 }, (_, i) => i)
  const times: number[] = []
  const start = performance.now() + 100
  const sender = async () => {
    for (let i = due.shift(); i !== undefined; i = due.shift()) {
      const wait = start + i - performance.now()
      if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
      const counter = String(1 + (i % 102)).padStart(6, '0')
      const body = {
        id: v7(),
        counter,
        score: 1 + (i % 5),
        receipt: toCrockford(crypto.getRandomValues(new Uint8Array(12))),
        device: crypto.randomUUID(),
      }
      await sql`select submit_rating(${JSON.stringify(body)}::text::json)`
      times.push(performance.now() - start - i)
    }
  }
  await Promise.all(Array.from({ length: 8 }, sender))
  const rate = times.length / ((performance.now() - start) / 1000)
  return [
    [`one submission, p99 at ${Math.round(rate)}/s`, `${percentile(times, 0.99).toFixed(1)} ms`, '<= 20 ms at 1,000/s'],
  ]
}
