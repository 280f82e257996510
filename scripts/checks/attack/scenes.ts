// What several attacks need before they begin.

import { ratingAt, type Target, times } from './target.ts'

type Comment = { id: string; text: string; improve: string[] }

/** Twelve ratings, of which the first few say something in words, released; and what a clerk of the office reads of them. */
export async function publishComments(target: Target, office: string, details: object[]) {
  const place = await target.place(office)
  const ratings = times(12, () => ratingAt(place))
  await target.rate(ratings)
  for (const [i, said] of details.entries())
    await target.call('add_details', { receipt: ratings[i]?.receipt, details: said })
  await target.release()
  const clerk = await target.staff('clerk', office)
  const asked = `comments?office_code=eq.${office}&procedure_code=eq.${place.procedure}`
  const comments = (await target.rows(asked, clerk.headers)) as Comment[]
  if (comments.length !== details.length) throw new Error(`${comments.length} of ${details.length} comments came out`)
  return { clerk, asked, comments }
}
