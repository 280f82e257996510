// The tree in SQL beside one that is written here by the definitions of RFC 9162, sections 2.1.1 to 2.1.5, and the check
// in the browser beside both.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { assert as fcAssert, integer, property } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isIncluded, leafHash } from '../../../src/lib/checkpoint/merkle'

const SIZE = 300
const folder = new URL('../../migrations/', import.meta.url)

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)]
/** The largest power of two smaller than n. */
const leftOf = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1)

/** MTH({d(0), …, d(n-1)}). */
function treeHash(leaves: Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256()
  const [only] = leaves
  if (only && leaves.length === 1) return sha256(LEAF, only)
  const k = leftOf(leaves.length)
  return sha256(NODE, treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}

/** PATH(m, D_n). */
function pathOf(m: number, leaves: Uint8Array[]): Buffer[] {
  if (leaves.length === 1) return []
  const k = leftOf(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m < k ? [...pathOf(m, left), treeHash(right)] : [...pathOf(m - k, right), treeHash(left)]
}

/** SUBPROOF(m, D_n, b). */
function subproof(m: number, leaves: Uint8Array[], isWhole: boolean): Buffer[] {
  if (m === leaves.length) return isWhole ? [] : [treeHash(leaves)]
  const k = leftOf(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m <= k ? [...subproof(m, left, isWhole), treeHash(right)] : [...subproof(m - k, right, false), treeHash(left)]
}

let db: PGlite
let entries: Uint8Array[]

/** Batches and changes of rules in turn, none of which anybody released. */
const fill = `do $$ begin
  for i in 1..${SIZE} loop
    if i % 7 = 3 or i % 50 < 2 then
      perform private.append_rule_change('target_percent', to_jsonb(80 + i % 10), '2026-03-01', '2026-04-01');
    else
      perform private.append_batch((private.lock_ledger() + 1, 'thu', null, null, null, null, '2026-03-01', 5, 0, 0, 0, 0, 5, null,
        null, null, '2026-03-01', null, null, null)::public.batches);
    end if;
    if i % 11 = 0 then perform private.grow_tree(); end if;
  end loop;
  perform private.grow_tree();
end $$`

beforeAll(async () => {
  db = await PGlite.create({ extensions: { pgcrypto } })
  for (const file of readdirSync(folder).toSorted()) await db.exec(readFileSync(new URL(file, folder), 'utf8'))
  await db.exec(`insert into offices (code, name, kind, opened_on) values ('thu', 'Thử', 'xã', '2000-01-01'); ${fill}`)
  const { rows } = await db.query<{ entry: string }>(`select entry from private.ledger_entries(0, ${SIZE - 1})`)
  entries = rows.map(({ entry }) => Buffer.from(entry))
}, 240_000)
afterAll(() => db?.close())

const one = async <T>(expression: string, values: unknown[] = []) =>
  (await db.query<{ value: T }>(`select ${expression} as value`, values)).rows[0]?.value as T

const hexOf = (hashes: Uint8Array[]) => hashes.map(hash => Buffer.from(hash).toString('hex'))

// Leaves and roots of the reference implementation of Certificate Transparency, in testdata of transparency-dev/merkle.
test('the definition here gives the roots that all implementations agree on', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const roots = `6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
    fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
    aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
    d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
    4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
    76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
    ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
    5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328`.split(/\s+/)
  const bytes = leaves.map(hex => Buffer.from(hex, 'hex'))
  expect(roots.map((_, i) => treeHash(bytes.slice(0, i + 1)).toString('hex'))).toEqual(roots)
  expect(treeHash([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('every size has the root of the definition, and batches and changes stand in the order of the chain', async () => {
  const { rows } = await db.query<{ root: Uint8Array }>(
    `select private.subtree(0, size) as root from generate_series(0, ${SIZE}) size order by size`,
  )
  expect(hexOf(rows.map(({ root }) => root))).toEqual(hexOf(rows.map((_, size) => treeHash(entries.slice(0, size)))))
  const { rows: chain } = await db.query<{ previous: string; hash: string }>(
    `select split_part(entry, '|', 1) as previous, encode(sha256(convert_to(entry, 'UTF8')), 'hex') as hash
      from private.ledger_entries(0, ${SIZE - 1})`,
  )
  expect(chain.map(({ previous }) => previous)).toEqual(['0'.repeat(64), ...chain.slice(0, -1).map(({ hash }) => hash)])
  expect(await one('private.ledger_size()')).toBe(SIZE)
})

test('each batch knows its place', async () => {
  const { rows } = await db.query(`select from public.batches b cross join private.ledger_entries(
    private.place_of_batch(b.number), private.place_of_batch(b.number)) e where e.entry is distinct from private.batch_text(b)`)
  expect(rows).toEqual([])
})

test('every proof of inclusion is that of the definition, and holds in the browser', { timeout: 120_000 }, async () => {
  for (const size of [1, 2, 3, 5, 8, 64, 255, 257, SIZE]) {
    const { rows } = await db.query<{ path: Uint8Array[] }>(
      `select private.inclusion_path(place, ${size}) as path from generate_series(0, ${size - 1}) place order by place`,
    )
    const tree = { size, root: treeHash(entries.slice(0, size)) }
    for (const [place, { path }] of rows.entries()) {
      if (size < 100 || place % 9 === 0) expect(hexOf(path)).toEqual(hexOf(pathOf(place, entries.slice(0, size))))
      expect(isIncluded(leafHash(entries[place] as Uint8Array), place, tree, path)).toBe(true)
      expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
    }
  }
})

test('a proof of inclusion holds for nothing else', async () => {
  const path = await one<Uint8Array[]>('private.inclusion_path(100, 257)')
  const tree = { size: 257, root: treeHash(entries.slice(0, 257)) }
  const leaf = leafHash(entries[100] as Uint8Array)
  expect(isIncluded(leaf, 100, tree, path)).toBe(true)
  fcAssert(
    property(integer({ min: 0, max: 300 }), integer({ min: 0, max: 300 }), (place, size) => {
      if (place !== 100) expect(isIncluded(leaf, place, { ...tree, size }, path)).toBe(false)
    }),
  )
  for (const at of path.keys()) expect(isIncluded(leaf, 100, tree, path.toSpliced(at, 1))).toBe(false)
  for (const at of path.keys()) expect(isIncluded(leaf, 100, tree, path.with(at, tree.root))).toBe(false)
  expect(isIncluded(leaf, 100, tree, [...path, tree.root])).toBe(false)
  expect(isIncluded(leafHash(entries[99] as Uint8Array), 100, tree, path)).toBe(false)
})

test('every proof of consistency is that of the definition, and short', { timeout: 120_000 }, async () => {
  const { rows } = await db.query<{ first: number; second: number; path: Uint8Array[] }>(
    `select first, second, private.consistency_path(first, second) as path from generate_series(1, ${SIZE}) second
      cross join lateral generate_series(1, second) first where second < 40 or first % 29 = second % 7 or first in (1, 128, 256)`,
  )
  for (const { first, second, path } of rows) {
    expect(hexOf(path)).toEqual(hexOf(subproof(first, entries.slice(0, second), true)))
    expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(second)) + 1)
  }
  expect(rows.length).toBeGreaterThan(2000)
})

test('the tree over receipts is that of the definition, at every size', async () => {
  for (const size of [1, 2, 3, 5, 10, 33, 64, 100, 129, 300]) {
    // What is put together here are hashes of leaves already.
    const data = Array.from({ length: size }, (_, i) => Buffer.from(`receipt ${i}`))
    const leaves = Buffer.concat(data.map(one => sha256(LEAF, one)))
    expect(hexOf([await one<Uint8Array>('private.root_of_leaves($1)', [leaves])])).toEqual(hexOf([treeHash(data)]))
    for (const place of new Set([0, size >> 1, size - 1])) {
      const path = await one<Uint8Array[]>('private.path_of_leaf($1, $2)', [leaves, place])
      expect(hexOf(path)).toEqual(hexOf(pathOf(place, data)))
    }
  }
})

test('an inclusion of a batch fits in two kilobytes', async () => {
  const proof = await one<{ entry: string }>(`public.ledger_inclusion('199', '${SIZE}')`)
  // A hash is 47 bytes in JSON; a ledger of a million entries has eleven more.
  expect(JSON.stringify(proof).length + 11 * 47).toBeLessThan(2000)
})
