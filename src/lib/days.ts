/** The day of an instant in Việt Nam, as every language of the app writes it: 24/11/2026. */
export const dayOf = (instant: number) =>
  // British order, because not every browser knows Vietnamese and Khmer dates; the digits are the same.
  new Intl.DateTimeFormat('en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(instant)
