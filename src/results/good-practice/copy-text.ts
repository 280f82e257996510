/** What is copied of an example: its lines, where it is from, and its address. Empty lines of an example are left out. */
export const copyText = (lines: (string | null | undefined | false)[], source: string, address: string) =>
  [...lines.filter(line => line), '', source, address].join('\n')
