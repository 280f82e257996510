/** A form's empty fields are nothing in the database. */
export const emptyToNull = <Values extends Record<string, string>>(values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() === '' ? null : value])) as {
    [Name in keyof Values]: string | null
  }
