/** A day as people say it, in Việt Nam: 'Thứ Hai, 23/11/2026'. */
export const longDay = (instant: number, language: string) =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(instant)
