/** 'https://hailong.gov.vn/' -> 'https://hailong.gov.vn'; undefined when it is no address of a site. */
export function siteAddress(typed: string) {
  const text = typed.trim()
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`)
    // A host without a dot is an unfinished address.
    const isHost = /\.|^localhost$|^\[/.test(url.hostname)
    return isHost && url.pathname === '/' && !url.search && !url.hash && !url.username ? url.origin : undefined
  } catch {
    return undefined
  }
}

/** An address that only this very machine understands: no phone would find it. */
export const isOnThisMachine = (address: string) =>
  /^https?:\/\/(localhost|[^/:]+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(address)

/** As people type it: without the scheme, which a browser adds by itself. */
export const typedAddress = (address: string) => address.replace(/^https?:\/\//, '')
