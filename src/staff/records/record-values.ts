import { cleanText } from '../../lib/text/clean-text'

/** A form's empty fields are nothing in the database. */
export const emptyToNull = <Values extends Record<string, string>>(values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() === '' ? null : value])) as {
    [Name in keyof Values]: string | null
  }

/** What was typed or pasted, without what nobody can see and the database would refuse. */
export const cleaned = <Values extends Record<string, unknown>>(values: Values) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? cleanText(value) : value]),
  ) as Values
