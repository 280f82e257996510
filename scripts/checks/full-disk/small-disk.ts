import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../terminal.js'

const mount = (...args: string[]) => spawnSync('mount', args).status === 0

/** Whether this user may make a disk, as root does. */
export const mayMakeDisks = process.platform === 'linux' && process.getuid?.() === 0

/** A disk of its own in memory, with so many megabytes, of which it can be told how many are free. */
export function makeSmallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-disk-'))
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    rmdirSync(folder)
    throw new UserError('A small disk can be made on Linux, by root: run this there.')
  }
  let isThere = true
  const end = () => {
    if (!isThere) return
    isThere = false
    spawnSync('umount', ['-l', folder])
    rmdirSync(folder)
  }
  process.once('exit', end)
  return {
    folder,
    /** As if another program filled the disk, or somebody tidied up: from now on so many bytes are free. */
    leave(bytes: number) {
      const { blocks, bfree, bsize } = statfsSync(folder)
      const size = (blocks - bfree) * bsize + bytes
      // What is written between the two makes it too small for what is there; it is tried again.
      for (let tries = 0; tries < 20; tries++) if (mount('-o', `remount,size=${size + tries * bsize}`, folder)) return
    },
    end,
  }
}
