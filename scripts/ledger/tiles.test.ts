import { assert as fcAssert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { readTilePath, tilePath, tilesOf } from './tiles.ts'

// The example of C2SP tlog-tiles.
test('a number has three digits in each folder', () => {
  expect(tilePath({ level: '0', tile: 1234067, width: 256 })).toBe('tile/0/x001/x234/067')
  expect(tilePath({ level: 'entries', tile: 0, width: 8 })).toBe('tile/entries/000.p/8')
})

test('a tree of 70,000 entries has these files', () => {
  const paths = tilesOf(70_000).map(tilePath)
  expect(paths).toHaveLength(2 * 274 + 2 + 1)
  expect(paths).toEqual(
    expect.arrayContaining(['tile/0/000', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']),
  )
  expect(paths).toContain('tile/entries/273.p/112')
  expect(tilesOf(256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1', 'tile/entries/000'])
})

test('each path is read back, and nothing else is one', () => {
  fcAssert(
    property(integer({ min: 0, max: 999_999_999 }), integer({ min: 1, max: 256 }), (tile, width) => {
      expect(readTilePath(tilePath({ level: '1', tile, width }))).toEqual({ level: '1', tile, width })
    }),
  )
  for (const path of ['tile/0/0', 'tile/9/000', 'tile/0/000.p/256', 'tile/0/000.p/0', 'tile/0/x000/000', 'tile/0/../x'])
    expect(readTilePath(path), path).toBeUndefined()
})
