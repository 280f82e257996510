import { type Mail, type Mailer, reasonOf } from '../mailer.ts'

/** What Lite wants to say to somebody who signs in, said in our words and without its link, which opens nothing here. */
function signInMail({ to, subject, text = '' }: { to: string; subject: string; text?: string }): Mail {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) return { to, subject, text }
  return {
    to,
    subject: 'Hài Lòng: mã đăng nhập',
    text:
      `Mã đăng nhập của Ông/Bà: ${code}\nMã dùng được một lần, trong 15 phút. Không đưa mã này cho ai.\n` +
      'Nếu Ông/Bà không định đăng nhập thì không cần làm gì.\n\n' +
      `Your sign-in code is: ${code}\nIt works once, within 15 minutes. Give it to nobody.\n` +
      'If you did not mean to sign in, there is nothing to do.\n',
  }
}

/** Without a mail server: on the console of whoever tries it out. */
export const printedMails = {
  send: async (mail: Parameters<typeof signInMail>[0]) => {
    const { to, subject, text } = signInMail(mail)
    console.log(`\nTo: ${to}\nSubject: ${subject}\n\n${text}`)
  },
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
