// Run before a server: its clock, and with it that of the database within it, is CLOCK_DAYS ahead.

const shift = Number(process.env.CLOCK_DAYS ?? 0) * 86_400_000
const now = Date.now

globalThis.Date = class extends Date {
  static override now = () => now() + shift

  constructor(...given: ConstructorParameters<DateConstructor> | []) {
    super(...((given.length > 0 ? given : [now() + shift]) as [number]))
  }
} as DateConstructor
