/**
 * The picture that the made-up ratings draw. Nothing here is known about the real offices: which of them does well
 * was decided so that every verdict can be seen.
 */
export type Profile = {
  office: string
  /** Ratings on an ordinary working day; absent where one a month or less is all there is. */
  perDay?: number
  /** The share that came with a visit code. */
  visits: number
  channels: { counter: number; online: number; postal: number }
  /** How satisfied people are, as log odds before procedure and time are reckoned in. */
  satisfaction: number
  /** What a month adds here; where it says nothing, what it adds everywhere. */
  monthly?: number
}

export const profiles: readonly Profile[] = [
  {
    office: 'xa-cho-moi',
    perDay: 12.4,
    visits: 0.48,
    channels: { counter: 0.8, online: 0.16, postal: 0.04 },
    satisfaction: 2.3,
  },
  {
    office: 'xa-long-dien',
    perDay: 8.2,
    visits: 0.6,
    channels: { counter: 0.76, online: 0.2, postal: 0.04 },
    satisfaction: 3,
  },
  {
    office: 'xa-nhon-my',
    perDay: 5.2,
    visits: 0.34,
    channels: { counter: 0.86, online: 0.11, postal: 0.03 },
    // So that an improvement that is sure can be seen.
    satisfaction: 0.6,
    monthly: 0.11,
  },
  {
    office: 'xa-cu-lao-gieng',
    perDay: 2.7,
    visits: 0.4,
    channels: { counter: 0.88, online: 0.09, postal: 0.03 },
    satisfaction: 2.1,
  },
  {
    office: 'xa-long-kien',
    perDay: 1.1,
    // So few that its figure is unproven.
    visits: 0.06,
    channels: { counter: 0.92, online: 0.06, postal: 0.02 },
    satisfaction: 2.1,
  },
  { office: 'xa-hoi-an', visits: 0.4, channels: { counter: 1, online: 0, postal: 0 }, satisfaction: 2 },
  // Three of the old units that became xã Long Điền, so that a predecessor's figures can be seen too.
  {
    office: 'thi-tran-my-luong-cu',
    perDay: 3.4,
    visits: 0.3,
    channels: { counter: 1, online: 0, postal: 0 },
    satisfaction: 2.2,
  },
  {
    office: 'xa-long-dien-a-cu',
    perDay: 2,
    visits: 0.3,
    channels: { counter: 1, online: 0, postal: 0 },
    satisfaction: 2.1,
  },
  {
    office: 'xa-long-dien-b-cu',
    perDay: 1.2,
    visits: 0.3,
    channels: { counter: 1, online: 0, postal: 0 },
    satisfaction: 2,
  },
]

/** What the field of a procedure adds to the log odds. */
export const fieldEffects: Readonly<Record<string, number>> = {
  'Hộ tịch': 0.35,
  'Chứng thực': 0.45,
  'Đăng ký, quản lý cư trú': -0.1,
  'Đất đai': -1.3,
  'Hoạt động xây dựng': -0.9,
  'Giảm nghèo': -0.5,
}

/** What a month adds, until things are as good as they get. */
export const monthlyEffect = 0.03
export const improvingMonths = 24

/** Out of a hundred people, how many come for each of the usual procedures. */
export const usualShares: Readonly<Record<string, number>> = {
  '2.000815': 21,
  '1.001193': 14,
  '1.013978': 11,
  '2.000884': 10,
  '1.004873': 9,
  '2.000635': 6,
  '1.004222': 5,
  '1.001612': 4,
  '1.004194': 3,
  '1.000656': 2.5,
  '1.013225': 2,
  '1.000894': 2,
}
/** The others share the rest by Zipf's law: each in the order of the file is half as usual as one twice as early. */
export const otherShares = 10

/** The desk, by its short list, that takes a field; the last one takes the rest. */
export const desks: Readonly<Record<string, string>> = {
  'Hộ tịch': 'ho-tich',
  'Nuôi con nuôi': 'ho-tich',
  'Chứng thực': 'chung-thuc',
  'Đăng ký, quản lý cư trú': 'cu-tru',
  'Đất đai': 'dat-dai-xay-dung',
  'Hoạt động xây dựng': 'dat-dai-xay-dung',
  'Quy hoạch đô thị và nông thôn': 'dat-dai-xay-dung',
  'Đường bộ': 'dat-dai-xay-dung',
  'Trồng trọt': 'dat-dai-xay-dung',
}
export const lastDesk = 'ho-kinh-doanh'

/** Sentences that fit what was praised and what was to improve. */
export const comments = {
  praised: {
    access: ['Bảng hướng dẫn rõ, vào là biết phải đến quầy nào.', 'Chỗ ngồi chờ mát mẻ, sạch sẽ.'],
    procedure: ['Giấy tờ ít hơn tôi tưởng.', 'Thủ tục gọn, không phải làm lại.'],
    staff: ['Cán bộ hướng dẫn dễ hiểu.', 'Được giúp điền tờ khai rất tận tình.'],
    result: ['Nhận kết quả sớm hơn giấy hẹn.', 'Kết quả đúng, không sai chữ nào.'],
    feedback: ['Góp ý lần trước đã được sửa.', 'Có người giải thích lại khi tôi hỏi.'],
  },
  improve: {
    access: ['Chữ trên bảng hướng dẫn nhỏ, người lớn tuổi khó đọc.', 'Đầu giờ sáng đông, thiếu ghế ngồi.'],
    procedure: ['Nên có mẫu tờ khai điền sẵn để xem.', 'Phải bổ sung giấy tờ mà lần đầu chưa được báo.'],
    staff: ['Mong được hướng dẫn đủ ngay từ lần đầu.', 'Hỏi nhiều lần mới được trả lời.'],
    result: ['Trễ hẹn mà không được báo trước.', 'Phải quay lại vì kết quả sai chữ.'],
    feedback: ['Góp ý rồi mà chưa thấy trả lời.', 'Không biết gửi góp ý ở đâu.'],
  },
} as const
