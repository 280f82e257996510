import { createTransport } from 'nodemailer'
import { UserError } from '../terminal.js'

export type Mail = { to: string; subject: string; text: string }

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

/** Why a mail was not taken, in one line and without the address it was for. */
export function reasonOf(error: Error) {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return [code, responseCode].filter(Boolean).join(' ') || error.message
}
