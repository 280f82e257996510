// The tree as files (C2SP tlog-tiles): 256 hashes of a level in each, the last one of a level with fewer.

export type Tile = { level: string; tile: number; width: number }

/** 1234067 is x001/x234/067. */
function pathOfNumber(tile: number) {
  const groups = String(tile)
    .replace(/(?<=.)(?=(...)+$)/g, ' ')
    .split(' ')
  return groups.map((group, i) => (i < groups.length - 1 ? 'x' : '') + group.padStart(3, '0')).join('/')
}

export const tilePath = ({ level, tile, width }: Tile) =>
  `tile/${level}/${pathOfNumber(tile)}${width < 256 ? `.p/${width}` : ''}`

/** Undefined for what is no such path. */
export function readTilePath(path: string): Tile | undefined {
  const [, level = '', number = '', width = '256'] =
    /^tile\/(entries|[0-3])\/((?:x\d{3}\/){0,2}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? []
  const read = { level, tile: Number(number.replace(/[x/]/g, '')), width: Number(width) }
  return level && read.width > 0 && tilePath(read) === path ? read : undefined
}

/** Every file that a tree of this size has. */
export function tilesOf(size: number): Tile[] {
  const ofLevel = (level: string, hashes: number) =>
    Array.from({ length: Math.ceil(hashes / 256) }, (_, tile) => ({
      level,
      tile,
      width: Math.min(256, hashes - 256 * tile),
    }))
  const levels = [0, 1, 2, 3].flatMap(level => ofLevel(String(level), Math.floor(size / 256 ** level)))
  return [...levels, ...ofLevel('entries', size)]
}
