// Bodies of JSON, and of what is almost JSON. They are made as text, because much of it no object can hold: a number of
// 400 digits, a key twice, half a surrogate pair.

import type { Random } from '../../demo/random.ts'
import { numbers, oddText } from './values.ts'

const literals = [
  ...[
    'null',
    'true',
    'false',
    '""',
    '{}',
    '[]',
    '[[]]',
    '[null]',
    '{"":""}',
    '"\\u0000"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
  ],
  ...[
    '"\\u00e9"',
    '"a\\u0000b"',
    '"\\uFEFF"',
    '"\\x"',
    '"\t"',
    'NaN',
    'Infinity',
    'undefined',
    "'x'",
    '{a:1}',
    '01',
    '1.',
    '.5',
  ],
]

const nested = (random: Random) => {
  const depth = random.pick([3, 30, 300, 3_000])
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"a":', '}]'],
  ] as const)
  return (
    open.repeat(depth) + random.pick(['1', 'null', '""', '']) + close.repeat(random.chance(0.8) ? depth : depth - 1)
  )
}

/** A value that is not the one meant. */
export function oddJson(random: Random): string {
  const kind = random.weighted({ text: 8, number: 6, literal: 8, array: 3, object: 3, nested: 1, wide: 1 })
  if (kind === 'text') return JSON.stringify(oddText(random))
  if (kind === 'number') return random.pick(numbers)
  if (kind === 'literal') return random.pick(literals)
  if (kind === 'array') return `[${oddJson(random)},${oddJson(random)}]`
  if (kind === 'object') return `{${JSON.stringify(oddText(random))}:${oddJson(random)}}`
  return kind === 'nested'
    ? nested(random)
    : `[${Array(random.pick([50, 500]))
        .fill(random.pick(numbers))
        .join(',')}]`
}

type Members = [key: string, json: string][]

/** The members with some of them changed, left out, doubled or added. */
function spoiledMembers(random: Random, members: Members): Members {
  return members.flatMap(([key, json]): Members => {
    const kind = random.weighted({ same: 14, odd: 5, none: 1, twice: 1, renamed: 0.5 })
    if (kind === 'none') return []
    if (kind === 'odd') return [[key, oddJson(random)]]
    if (kind === 'twice')
      return [
        [key, json],
        [key, oddJson(random)],
      ]
    return [[kind === 'renamed' ? random.pick([key.toUpperCase(), ` ${key}`, `${key}\0`, '__proto__', '']) : key, json]]
  })
}

function objectText(random: Random, members: Members) {
  const all = random.chance(0.06) ? [...members, [oddText(random), oddJson(random)] as [string, string]] : members
  return `{${all.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`
}

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

/** The text as bytes, now and then of another kind than JSON is. */
function spoiledBytes(random: Random, text: string): Buffer {
  const kind = random.weighted({
    same: 40,
    cut: 1,
    marked: 1,
    utf16: 0.5,
    bytes: 1,
    zero: 0.5,
    more: 1,
    none: 0.5,
    spaces: 0.5,
    odd: 2,
  })
  const bytes = Buffer.from(text)
  const at = Math.floor(random.next() * bytes.length)
  if (kind === 'cut') return bytes.subarray(0, at)
  if (kind === 'marked') return Buffer.from(`\uFEFF${text}`)
  if (kind === 'utf16') return utf16(text)
  if (kind === 'bytes') return Buffer.concat([bytes.subarray(0, at), random.bytes(3), bytes.subarray(at)])
  if (kind === 'zero') return Buffer.concat([bytes.subarray(0, at), Buffer.from([0]), bytes.subarray(at)])
  if (kind === 'more') return Buffer.from(text + random.pick([text, ',', '}', '\n\n', ' x', '\0']))
  if (kind === 'none') return Buffer.alloc(0)
  if (kind === 'spaces') return Buffer.from(' '.repeat(20_000) + text)
  return kind === 'odd' ? Buffer.from(oddJson(random)) : bytes
}

/** A body for these members: one in three as it is meant, the others spoiled in one way or several. */
export function jsonBody(random: Random, members: Members): Buffer {
  if (random.chance(0.3)) return Buffer.from(objectText(random, members))
  const text = objectText(random, spoiledMembers(random, members))
  return spoiledBytes(random, random.chance(0.03) ? `[${text},${text}]` : text)
}
