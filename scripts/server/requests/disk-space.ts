import { statfs } from 'node:fs/promises'

const least = 64 * 1024 * 1024
const second = 1000

type Free = () => Promise<number>

/** Bytes that this user may still write there. */
export const freeSpaceOf =
  (folder: string): Free =>
  async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  }

/**
 * Tells whether the disk is as good as full. PGlite does not survive thousands of writes on a full one: it stops
 * answering for ever. Looks at most once a second; a disk that cannot be looked at counts as free.
 */
export function diskSpace(free: Free, now = Date.now) {
  let lookedAt = Number.NEGATIVE_INFINITY
  let isShort = Promise.resolve(false)
  return () => {
    if (now() - lookedAt < second) return isShort
    lookedAt = now()
    isShort = free().then(
      bytes => bytes < least,
      () => false,
    )
    return isShort
  }
}
