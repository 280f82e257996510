import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recording, sentencesOf, spokenLanguages, textsFile } from './speech.ts'

test('the recordings say what the page asks now', () => {
  const recorded = JSON.parse(readFileSync(textsFile, 'utf8'))
  for (const language of spokenLanguages) expect(recorded[language], language).toEqual(sentencesOf(language))
})

test('each is small enough for a weak signal, and an MP3 of one channel at 16 kHz, which the oldest browsers play', () => {
  for (const language of spokenLanguages) {
    expect(statSync(recording(language)).size, language).toBeLessThan(60_000)
    // ISO 13818-3: the sync word of MPEG 2, layer III without a checksum; then the bit rate and 16 kHz; one channel.
    const [sync, kind = 0, rate = 0, mode = 0] = readFileSync(recording(language))
    expect([sync, kind, (rate >> 2) & 3, mode >> 6], language).toEqual([0xff, 0xf3, 2, 3])
  }
})
