// Proofs in a Merkle tree, as RFC 9162 checks them. In plain JavaScript, because a page without https has no crypto.subtle.

import { sha256 } from '@noble/hashes/sha2.js'
import { isSame, joined } from './bytes'

/** 32 bytes of SHA-256. */
type Hash = Uint8Array

/** The hash of an entry: 0 goes before it, so that no entry passes for a node (section 2.1.1). */
export const leafHash = (leaf: Uint8Array): Hash => sha256(joined(Uint8Array.of(0), leaf))
/** The hash of two nodes beside each other; 1 goes before them. */
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(joined(Uint8Array.of(1), left, right))

const isOdd = (n: number) => n % 2 === 1
const half = (n: number) => Math.floor(n / 2)

/** The root that a path leads to from the leaf at a place, or undefined where it does not fit the size (section 2.1.3.2). */
export function rootOfPath(leaf: Hash, place: number, size: number, path: readonly Hash[]): Hash | undefined {
  if (place >= size) return undefined
  let [at, last, root] = [place, size - 1, leaf]
  for (const beside of path) {
    if (last === 0) return undefined
    if (isOdd(at) || at === last) {
      root = nodeHash(beside, root)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      root = nodeHash(root, beside)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? root : undefined
}

/** Whether the leaf stands at that place of the tree with this size and root. */
export function isIncluded(leaf: Hash, place: number, tree: { size: number; root: Hash }, path: readonly Hash[]) {
  const root = rootOfPath(leaf, place, tree.size, path)
  return root !== undefined && isSame(root, tree.root)
}

/** The root over leaves that are hashed already (section 2.1.1): what is left alone at the end of a level goes up as it is. */
export function rootOf(leaves: readonly Hash[]): Hash {
  let nodes = leaves
  while (nodes.length > 1) {
    const above: Hash[] = []
    for (let i = 0; i < nodes.length; i += 2) {
      const [left, right] = [nodes[i] as Hash, nodes[i + 1]]
      above.push(right ? nodeHash(left, right) : left)
    }
    nodes = above
  }
  return nodes[0] ?? sha256(new Uint8Array())
}
