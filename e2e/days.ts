const dayIn = (timeZone: string) => (instant: Date | number) => new Date(instant).toLocaleDateString('sv', { timeZone })

/** The day of a UTC midnight, as the cell of a workbook has it: 'YYYY-MM-DD'. */
export const utcDay = dayIn('UTC')

/** The day in Việt Nam so many days from now. */
export const localDay = (daysLater = 0) => dayIn('Asia/Ho_Chi_Minh')(Date.now() + daysLater * 86_400_000)
