#!/usr/bin/env node
// For whoever runs the one-stop software of a province: the telephone numbers of a quarter's finished dossiers by the marks under
// which the independent interviewers see them. Give them all of it, so that nobody learns who is asked:
//   node control-sample.mjs dossiers.csv > numbers.csv
// dossiers.csv has the columns code and telephone, and one line for each visit code that the software was given in the quarter.
//
// Draws a sample again, to compare its hash with the one in the open file control_samples:
//   node control-sample.mjs dossiers.csv --draw <seed> <drawn>
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file, mode, seed, drawn] = process.argv.slice(2)
const sha256 = text => createHash('sha256').update(text).digest('hex')
const [heads, ...rows] = readFileSync(file, 'utf8')
  .replace(/^\uFEFF/, '')
  .split(/\r?\n/)
  .filter(line => line !== '')
  .map(line => line.split(/[,;]/).map(cell => cell.replace(/^"|"$/g, '').trim()))
const at = name => heads.indexOf(name)
if (at('code') < 0) {
  console.error('The file has no column named code.')
  process.exit(1)
}

// The database keeps half of the SHA-256 of a code; its first twelve digits are the mark.
const people = rows.map(row => ({
  hash: sha256(row[at('code')].toUpperCase().replace(/[\s-]/g, '')).slice(0, 32),
  telephone: row[at('telephone')] ?? '',
}))
if (mode === '--draw') {
  const order = people
    .map(({ hash }) => ({ hash, key: sha256(`${seed}|${hash}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const sample = order.slice(0, Number(drawn)).map(({ hash }) => hash)
  console.log(`${people.length} codes, sample_hash ${sha256(sample.join('|'))}`)
} else {
  // In the order of the marks, which is no order of people.
  people.sort((a, b) => (a.hash < b.hash ? -1 : 1))
  console.log(
    ['mark,telephone', ...people.map(({ hash, telephone }) => `${hash.slice(0, 12)},${telephone}`)].join('\n'),
  )
}
