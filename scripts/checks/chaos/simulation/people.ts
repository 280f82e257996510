// What people have tapped, and what they were told: the measure for what is stored in the end.

import type { RatingCall, Score } from '../../../../src/data/ratings.ts'
import type { Random } from '../../../demo/random.ts'
import type { Page, Phone } from './phone.ts'
import { type Act, codeOf } from './plan.ts'

/** A rating or what was done to it. isKept: the device had stored it before its page was killed. */
type Wish = { wish: number | 'withdrawn'; isKept: boolean }

export type Tapped = {
  receipt: string
  phone: Phone
  device: string | null
  /** How far the phone's clock was ahead at the tap. */
  offset: number
  isUnnamed: boolean
  wishes: Wish[]
  /** The server has answered that it has it. */
  isAcknowledged: boolean
  /** The keys of refusals of its calls, by function. */
  refused: string[]
}

function uuidV7(random: Random, made: number) {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const time = Math.trunc(made).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random.bytes(2)).slice(1)}-8${hex(random.bytes(2)).slice(1)}-${hex(random.bytes(6))}`
}

export class People {
  readonly tapped = new Map<string, Tapped>()
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  heard = ({ fn, args }: RatingCall, refused: string | undefined) => {
    const rating = this.tapped.get(args.receipt)
    if (!rating) return
    if (refused) rating.refused.push(`${fn} ${refused}`)
    else rating.isAcknowledged = true
  }

  rate(phone: Phone, page: Page, { counter, procedure, device, score, isUnnamed }: Extract<Act, { do: 'rate' }>) {
    const receipt = codeOf(this.random, 12)
    const made = phone.now()
    const wish: Wish = { wish: score, isKept: false }
    const rating = { receipt, phone, device: isUnnamed ? null : device, offset: phone.offset, isUnnamed }
    this.tapped.set(receipt, { ...rating, wishes: [wish], isAcknowledged: false, refused: [] })
    const args = { id: uuidV7(this.random, made), counter, score: score as Score, receipt }
    const own = isUnnamed ? {} : { rated_at: new Date(made).toISOString(), device, language: 'vi' }
    const call = { fn: 'submit_rating', args: { ...args, ...own, ...(procedure && { procedure }) } } as RatingCall
    const draft = { receipt, code: counter, place: counter, score: score as Score, procedure }
    const stored = isUnnamed
      ? page.outbox.post(call)
      : page.outbox.put({ ...draft, details: {}, ratedAt: made, step: 'factors' }, call)
    return stored.then(() => {
      wish.isKept = true
    })
  }

  /** Does something to a rating that the page shows, if there is one that is not withdrawn. */
  change(page: Page, event: Extract<Act, { which: number }>) {
    const shown = page.outbox.state.ratings.filter(({ step }) => step !== 'withdrawn')
    const draft = shown[Math.floor(event.which * shown.length)]
    const rating = draft && this.tapped.get(draft.receipt)
    if (!rating) return Promise.resolve()
    const { receipt } = rating
    if (event.do === 'detail') {
      const details = { trips: '1' } as const
      return page.outbox.put({ ...draft, details }, { fn: 'add_details', args: { receipt, details } })
    }
    const wish: Wish = { wish: event.do === 'change' ? event.score : 'withdrawn', isKept: false }
    rating.wishes.push(wish)
    const stored =
      event.do === 'change'
        ? page.outbox.put(
            { ...draft, score: event.score as Score },
            { fn: 'change_rating', args: { receipt, score: event.score as Score } },
          )
        : page.outbox.put({ ...draft, step: 'withdrawn' }, { fn: 'withdraw_rating', args: { receipt } })
    return stored.then(() => {
      wish.isKept = true
    })
  }
}
