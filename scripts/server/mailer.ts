import { createTransport } from 'nodemailer'
import { UserError } from '../terminal.js'

type Mail = { to: string; subject: string; text: string }

/** Where mails are handed over, and who they are from: SMTP_URL=smtps://user:password@host and MAIL_FROM. */
export function openMailer() {
  const { SMTP_URL: url, MAIL_FROM: from } = process.env
  if (!url) return undefined
  const address = URL.parse(url)
  if (!address || !/^smtps?:$/.test(address.protocol)) {
    throw new UserError('SMTP_URL is no address of a mail server: write it as smtps://user:password@host.')
  }
  if (!from) throw new UserError('Say who the mails are from: MAIL_FROM="Hài Lòng <hai-long@coquan.gov.vn>".')
  const seconds = 1000
  const patience = { connectionTimeout: 15 * seconds, greetingTimeout: 15 * seconds, socketTimeout: 60 * seconds }
  const transport = createTransport({ url, ...patience } as Parameters<typeof createTransport>[0])
  return {
    host: address.host,
    send: (mail: Mail) => transport.sendMail({ from, ...mail }),
    /** Whether the server answers and knows us. */
    greet: () => transport.verify(),
    close: () => transport.close(),
  }
}

export type Mailer = NonNullable<ReturnType<typeof openMailer>>

/** What Lite wants to say to somebody who signs in, said in our words and without its link, which opens nothing here. */
export function signInMail({ to, subject, text = '' }: { to: string; subject: string; text?: string }): Mail {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) return { to, subject, text }
  return {
    to,
    subject: 'Hài Lòng: mã đăng nhập',
    text:
      `Mã đăng nhập của bạn: ${code}\nMã dùng được một lần, trong 15 phút. Không đưa mã này cho ai.\n` +
      'Nếu bạn không định đăng nhập, bạn không cần làm gì.\n\n' +
      `Your sign-in code: ${code}\nIt works once, within 15 minutes. Give it to nobody.\n` +
      'If you did not mean to sign in, there is nothing to do.\n',
  }
}

/**
 * Sends what Lite mails. It goes its way while others are answered: on PGlite one request waits for the other, and no
 * rating should wait for a mail server. What could not be sent stands in the log, without the address.
 */
export function signInMails(box: Mailer) {
  return {
    send: async (mail: Parameters<typeof signInMail>[0]) => {
      box.send(signInMail(mail)).catch((error: Error) => {
        console.log(`A sign-in mail could not be sent through ${box.host}: ${reasonOf(error)}`)
      })
    },
  }
}

/** Why a mail was not taken, in one line and without the address it was for. */
export function reasonOf(error: Error) {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return [code, responseCode].filter(Boolean).join(' ') || error.message
}
