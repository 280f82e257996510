/** The address by which a phone calls a number as an office writes it. */
export const telephoneAddress = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`
