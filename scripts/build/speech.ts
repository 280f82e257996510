// Makes the recordings of the first question, for browsers that have no voice for its language. Run by hand when the
// words change: npx node scripts/build/speech.ts. Needs espeak-ng (GPL-3.0; what it speaks is not covered by its licence) and
// ffmpeg with libmp3lame: apt-get install espeak-ng ffmpeg. espeak-ng has no voice for Khmer.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../bootstrap.js'

/** The voice of espeak-ng, and its words a minute: slower than its usual 175. */
const voices = {
  vi: { voice: 'vi', speed: 135 },
  en: { voice: 'en-gb', speed: 145 },
}

export type Spoken = keyof typeof voices
export const spokenLanguages = Object.keys(voices) as Spoken[]

const folder = join(root, 'src/ui/speech')
export const recording = (language: Spoken) => join(folder, `${language}.mp3`)
export const textsFile = join(folder, 'texts.json')

/** What is said, one sentence after the other: the question, then its answers from the worst to the best, as they stand. */
export function sentencesOf(language: Spoken) {
  const catalogue = JSON.parse(readFileSync(join(root, `src/i18n/${language}/rate.json`), 'utf8'))
  const sentences: string[] = [catalogue.rate.question, ...[1, 2, 3, 4, 5].map(score => catalogue.score[score])]
  // The voice would say the slash of "Ông/Bà".
  return sentences.map(sentence => sentence.normalize().replace(/\s+/g, ' ').replaceAll('/', ', '))
}

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })

function record(language: Spoken) {
  const { voice, speed } = voices[language]
  const work = mkdtempSync(join(tmpdir(), 'speech-'))
  const files = sentencesOf(language).map((sentence, i) => {
    const file = join(work, `${i}.wav`)
    run('espeak-ng', '-v', voice, '-s', String(speed), '-w', file, sentence)
    return file
  })
  // Half a second of silence after each; one channel at 16 kHz and 24 kbit/s is what speech needs. MP3 plays everywhere.
  const inputs = files.flatMap(file => ['-i', file])
  const padded = files.map((_, i) => `[${i}]apad=pad_dur=0.5[s${i}]`)
  const joined = `${padded.join(';')};${files.map((_, i) => `[s${i}]`).join('')}concat=n=${files.length}:v=0:a=1,loudnorm`
  const format = ['-ac', '1', '-ar', '16000', '-c:a', 'libmp3lame', '-b:a', '24k']
  const plain = [
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
    '-write_xing',
    '0',
    '-id3v2_version',
    '0',
  ]
  run(
    'ffmpeg',
    '-loglevel',
    'error',
    '-y',
    ...inputs,
    '-filter_complex',
    joined,
    ...format,
    ...plain,
    recording(language),
  )
  rmSync(work, { recursive: true })
  console.log(`${language}: ${Math.round(statSync(recording(language)).size / 1000)} kB`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  spokenLanguages.forEach(record)
  const texts = Object.fromEntries(spokenLanguages.map(language => [language, sentencesOf(language)]))
  writeFileSync(textsFile, `${JSON.stringify(texts, null, 2)}\n`)
}
