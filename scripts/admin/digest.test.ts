import { expect, test } from 'vitest'
import { type DigestRow, digestMails } from './digest.ts'

const calm: DigestRow['attention'] = {
  comments: { open: 0, overdue: 0 },
  petitions: { open: 0, ours: 0, waiting: 0, overdue: 0, publish: 0 },
  quiet_counters: [],
  silent_kiosks: [],
  below_target: [],
  unreported: { month: '2026-10', offices: [] },
}
const row = (email: string, name: string, attention: Partial<DigestRow['attention']> = {}): DigestRow => ({
  email,
  office: name,
  name,
  role: 'head',
  attention: { ...calm, ...attention },
})

test('one mail for each person, with the offices that have something to do', () => {
  const mails = digestMails(
    [
      row('a@xa.vn', 'Xã Một', { comments: { open: 4, overdue: 1 } }),
      row('a@xa.vn', 'Xã Hai'),
      row('a@xa.vn', 'Xã Ba', { unreported: { month: '2026-10', offices: [{ name: 'Xã Ba' }] } }),
      row('b@xa.vn', 'Xã Hai'),
    ],
    'https://hailong.example',
  )
  expect(mails.map(({ to }) => to)).toEqual(['a@xa.vn'])
  expect(mails[0]?.text).toBe(
    'Xã Một\nGóp ý chờ trả lời: 4, trong đó quá hạn: 1.\n\n' +
      'Xã Ba\nChưa báo số hồ sơ đã giải quyết tháng 10/2026:\n  - Xã Ba\n\n' +
      'Xem và xử lý: https://hailong.example/staff\nThư này gửi mỗi tuần một lần.\n',
  )
})

test('a rate never stands alone', () => {
  const figure = { label: 'Khai sinh', n: 97, rate: 0.814, low: 0.726, high: 0.879 }
  const [mail] = digestMails([row('a@xa.vn', 'Xã Một', { below_target: [figure] })], 'https://hailong.example')
  expect(mail?.text).toContain('Khai sinh: 81,4% (72,6%–87,9%), 97 lượt')
})

test('petitions are told by whom they wait for', () => {
  const petitions = { open: 5, ours: 3, waiting: 2, overdue: 1, publish: 4 }
  const [mail] = digestMails([row('a@xa.vn', 'Xã Một', { petitions })], 'https://hailong.example')
  expect(mail?.text).toContain(
    'Xã Một\nPhản ánh, kiến nghị chưa xong: 5 (chờ cơ quan: 3, chờ người gửi: 2, quá hạn: 1).\n' +
      'Phản ánh đã trả lời, chưa quyết định công khai: 4.\n',
  )
})
