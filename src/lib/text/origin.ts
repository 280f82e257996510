const origin =
  /^https?:\/\/([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?([.][a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:.]+\])(:(?<port>[1-9][0-9]{0,4}))?$/

/** Whether an address is a scheme, a host and perhaps a port, and no more (private.is_origin, which also says why). */
export const isOrigin = (address: string) => {
  const found = origin.exec(address)
  return found !== null && Number(found.groups?.port ?? 1) <= 65_535
}
