// Copies folders so that a crash, a full disk or a damaged file is noticed, and never taken for a whole copy.

import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../terminal.js'

export type CopiedFile = { path: string; size: number; sha256: string }

/** Folders and files below a folder, by their paths with slashes. Postgres needs its empty folders too. */
export function contentsOf(folder: string) {
  const found = { folders: [] as string[], files: [] as string[] }
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below ? `${below}/${entry.name}` : entry.name
      if (entry.isDirectory()) {
        found.folders.push(path)
        walk(path)
      } else if (entry.isFile()) found.files.push(path)
      else throw new UserError(`${join(folder, path)} is neither a file nor a folder: a link would lead elsewhere.`)
    }
  }
  walk('')
  return { folders: found.folders.sort(), files: found.files.sort() }
}

/** Size and SHA-256 of what is read, which `keep` is given piece by piece. */
function readWhole(file: string, keep: (piece: Buffer) => void = () => undefined) {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(1 << 20)
  const handle = openSync(file, 'r')
  let size = 0
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      const piece = buffer.subarray(0, read)
      hash.update(piece)
      keep(piece)
      size += read
    }
  } finally {
    closeSync(handle)
  }
  return { size, sha256: hash.digest('hex') }
}

export const measure = (folder: string, path: string): CopiedFile => ({ path, ...readWhole(join(folder, path)) })

/** Copies one folder into another that is not there yet, and returns what was read. It is on the disk then. */
export function copyFolder(from: string, to: string): CopiedFile[] {
  const { folders, files } = contentsOf(from)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const path of folders) mkdirSync(join(to, path), { mode: 0o700 })
  const copied = files.map(path => {
    const handle = openSync(join(to, path), 'wx', 0o600)
    try {
      const read = readWhole(join(from, path), piece => writeWhole(handle, piece))
      fsyncSync(handle)
      return { path, ...read }
    } finally {
      closeSync(handle)
    }
  })
  for (const path of ['', ...folders]) syncFolder(join(to, path))
  return copied
}

/** One write may take a part only, as on a disk that is nearly full. */
function writeWhole(handle: number, piece: Buffer) {
  for (let done = 0; done < piece.length; ) done += writeSync(handle, piece, done)
}

/** Names in a folder outlast a power cut once the folder itself is written. Windows knows no such thing. */
export function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
