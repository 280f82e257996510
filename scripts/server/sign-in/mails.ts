import { type Mail, type Mailer, reasonOf } from '../mailer.ts'

/** What Lite wants to say to somebody who signs in, said in our words and without its link, which opens nothing here. */
function signInMail({ to, subject, text = '' }: { to: string; subject: string; text?: string }): Mail {
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
