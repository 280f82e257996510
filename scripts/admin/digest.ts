import { type Mailer, openMailer, reasonOf } from '../server/mailer.ts'
import { counted, UserError } from '../terminal.js'
import type { AdminClient } from './client.ts'

type Counter = { name: string; office: string }
type Attention = {
  comments: { open: number; overdue: number }
  petitions: { open: number; ours: number; waiting: number; overdue: number; publish: number }
  quiet_counters: Counter[]
  silent_kiosks: Counter[]
  below_target: { label: string; n: number; rate: number; low: number; high: number }[]
  unreported: { month: string; offices: { name: string }[] }
}
export type DigestRow = { email: string; office: string; name: string; role: string; attention: Attention }

const percent = (share: number) => `${(100 * share).toFixed(1).replace('.', ',')}%`
const names = (list: { name: string; office?: string }[]) =>
  list.map(({ name, office }) => `  - ${office ? `${office}, ${name}` : name}`)

function petitionLines({ open, ours, waiting, overdue, publish }: Attention['petitions']) {
  const parts = [`chờ cơ quan: ${ours}`, `chờ người gửi: ${waiting}`, `quá hạn: ${overdue}`]
  return [
    ...(open > 0 ? [`Phản ánh, kiến nghị chưa xong: ${open} (${parts.join(', ')}).`] : []),
    ...(publish > 0 ? [`Phản ánh đã trả lời, chưa quyết định công khai: ${publish}.`] : []),
  ]
}

/** The lines about one office; none when there is nothing to do. Single ratings and scores of the week are not in it. */
function linesOf({ comments, petitions, quiet_counters, silent_kiosks, below_target, unreported }: Attention) {
  const [year, month] = unreported.month.split('-')
  const part = (head: string, rows: string[]) => (rows.length > 0 ? [head, ...rows] : [])
  return [
    ...(comments.open > 0 ? [`Góp ý chờ trả lời: ${comments.open}, trong đó quá hạn: ${comments.overdue}.`] : []),
    ...petitionLines(petitions),
    ...part('Máy tại quầy mất liên lạc:', names(silent_kiosks)),
    ...part('Quầy ít người đánh giá trong bốn tuần qua:', names(quiet_counters)),
    ...part(`Chưa báo số hồ sơ đã giải quyết tháng ${Number(month)}/${year}:`, names(unreported.offices)),
    ...part(
      'Chắc chắn dưới mục tiêu trong quý vừa qua, đã công bố:',
      below_target.map(
        ({ label, rate, low, high, n }) =>
          `  - ${label}: ${percent(rate)} (${percent(low)}–${percent(high)}), ${n} lượt`,
      ),
    ),
  ]
}

/** One mail for each person, with all their offices; nobody with nothing to do is written to. */
export function digestMails(rows: DigestRow[], url: string) {
  const byPerson = Map.groupBy(rows, ({ email }) => email)
  return [...byPerson].flatMap(([to, own]) => {
    const parts = own.flatMap(({ name, attention }) => {
      const lines = linesOf(attention)
      return lines.length > 0 ? [[name, ...lines].join('\n')] : []
    })
    if (parts.length === 0) return []
    const text = `${parts.join('\n\n')}\n\nXem và xử lý: ${new URL('/staff', url).href}\nThư này gửi mỗi tuần một lần.\n`
    return [{ to, subject: 'Hài Lòng: việc cần xem tuần này', text }]
  })
}

/** Hands the mails over one by one. One that is not taken keeps no other back; one that is, is not sent again this week. */
async function sendAll(mails: ReturnType<typeof digestMails>, box: Mailer, call: AdminClient) {
  const failed: string[] = []
  for (const mail of mails) {
    const problem = await box.send(mail).then(() => undefined, reasonOf)
    if (problem) failed.push(`${mail.to}: ${problem}`)
    else await call('digest_sent', { email: mail.to })
  }
  if (failed.length === 0) return
  throw new UserError(
    `${failed.length} of ${counted(mails.length, 'mail')} could not be sent; run this again, and nobody gets a second one.\n${failed.join('\n')}`,
  )
}

/** Sends the weekly mails, or prints them where no SMTP settings are. */
export async function sendDigest(call: AdminClient, url: string) {
  const box = openMailer()
  const mails = digestMails(await call<DigestRow[]>('weekly_digest'), url)
  if (mails.length === 0) return 'Nobody is written to: there is nothing to do, or they have had the mail of this week.'
  if (!box) {
    for (const { to, subject, text } of mails) console.log(`To: ${to}\nSubject: ${subject}\n\n${text}`)
    return `${counted(mails.length, 'mail')} printed above; with SMTP_URL and MAIL_FROM they are sent.`
  }
  try {
    await box.greet().catch((error: Error) => {
      throw new UserError(
        `The mail server at ${box.host} does not take mails (${reasonOf(error)}): nobody was written to. Correct SMTP_URL or start it, then run this again.`,
      )
    })
    await sendAll(mails, box, call)
  } finally {
    box.close()
  }
  return `${counted(mails.length, 'mail')} sent.`
}
