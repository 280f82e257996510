/** Enough of a petition's random id to name it to a colleague; it says nothing of its code or of when it came. */
export const numberOf = ({ id }: { id: string }) => id.slice(0, 8)
