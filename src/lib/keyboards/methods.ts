import { ACUTE, BREVE, CIRCUMFLEX, DOT, GRAVE, HOOK, HORN, STROKE, TILDE } from './letters'

/** What the keys of a way of typing Vietnamese do to the letters before them. */
export type Method = {
  tones: Record<string, string>
  /** Takes the tone away. */
  untone: string
  /** By key and letter, the mark. */
  shapes: Record<string, Record<string, string>>
  /** Ư by itself, with no letter before it. */
  bare?: string
}

const letters = {
  A: { A: CIRCUMFLEX },
  E: { E: CIRCUMFLEX },
  O: { O: CIRCUMFLEX },
  D: { D: STROKE },
  W: { A: BREVE, O: HORN, U: HORN },
}

/** The usual one on telephones and computers. */
export const telex: Method = {
  tones: { S: ACUTE, F: GRAVE, R: HOOK, X: TILDE, J: DOT },
  untone: 'Z',
  shapes: letters,
  bare: 'W',
}

export const simpleTelex: Method = { tones: telex.tones, untone: telex.untone, shapes: letters }

export const vni: Method = {
  tones: { '1': ACUTE, '2': GRAVE, '3': HOOK, '4': TILDE, '5': DOT },
  untone: '0',
  shapes: {
    '6': { A: CIRCUMFLEX, E: CIRCUMFLEX, O: CIRCUMFLEX },
    '7': { O: HORN, U: HORN },
    '8': { A: BREVE },
    '9': { D: STROKE },
  },
}
