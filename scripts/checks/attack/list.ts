import type { Attack, Guard } from './attack.ts'
import { atRestAttacks } from './attacks/at-rest.ts'
import { countAttacks } from './attacks/counts.ts'
import { queryAttacks } from './attacks/queries.ts'
import { readingAttacks } from './attacks/reading.ts'
import { signInAttacks } from './attacks/sign-in.ts'
import { stuffingAttacks } from './attacks/stuffing.ts'
import { visitAttacks } from './attacks/visits.ts'
import { atRestGuards } from './guards/at-rest.ts'
import { queryGuards } from './guards/queries.ts'
import { readingGuards } from './guards/reading.ts'
import { signInGuards } from './guards/sign-in.ts'
import { stuffingGuards } from './guards/stuffing.ts'
import { visitGuards } from './guards/visits.ts'

export const attacks: Attack[] = [
  ...signInAttacks,
  ...queryAttacks,
  ...readingAttacks,
  ...countAttacks,
  ...visitAttacks,
  ...stuffingAttacks,
  ...atRestAttacks,
]

export const guards: Guard[] = [
  ...signInGuards,
  ...queryGuards,
  ...readingGuards,
  ...visitGuards,
  ...stuffingGuards,
  ...atRestGuards,
]
