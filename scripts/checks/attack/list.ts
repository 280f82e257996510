import type { Attack } from './attack.ts'
import { atRestAttacks } from './attacks/at-rest.ts'
import { countAttacks } from './attacks/counts.ts'
import { diskAttacks } from './attacks/disk.ts'
import { errorAttacks } from './attacks/errors.ts'
import { oversightAttacks } from './attacks/oversight.ts'
import { pageAttacks } from './attacks/pages.ts'
import { placeAttacks } from './attacks/places.ts'
import { queryAttacks } from './attacks/queries.ts'
import { readingAttacks } from './attacks/reading.ts'
import { roleAttacks } from './attacks/roles.ts'
import { settingAttacks } from './attacks/settings.ts'
import { signInAttacks } from './attacks/sign-in.ts'
import { stuffingAttacks } from './attacks/stuffing.ts'
import { textAttacks } from './attacks/texts.ts'
import { visitAttacks } from './attacks/visits.ts'
import type { Guard } from './guard.ts'
import { atRestGuards } from './guards/at-rest.ts'
import { diskGuards } from './guards/disk.ts'
import { errorGuards } from './guards/errors.ts'
import { oversightGuards } from './guards/oversight.ts'
import { pageGuards } from './guards/pages.ts'
import { placeGuards } from './guards/places.ts'
import { queryGuards } from './guards/queries.ts'
import { readingGuards } from './guards/reading.ts'
import { roleGuards } from './guards/roles.ts'
import { settingGuards } from './guards/settings.ts'
import { signInGuards } from './guards/sign-in.ts'
import { stuffingGuards } from './guards/stuffing.ts'
import { textGuards } from './guards/texts.ts'
import { visitGuards } from './guards/visits.ts'

export const attacks: Attack[] = [
  ...signInAttacks,
  ...roleAttacks,
  ...oversightAttacks,
  ...queryAttacks,
  ...readingAttacks,
  ...countAttacks,
  ...visitAttacks,
  ...placeAttacks,
  ...stuffingAttacks,
  ...atRestAttacks,
  ...settingAttacks,
  ...textAttacks,
  ...pageAttacks,
  ...errorAttacks,
  ...diskAttacks,
]

export const guards: Guard[] = [
  ...signInGuards,
  ...roleGuards,
  ...oversightGuards,
  ...queryGuards,
  ...readingGuards,
  ...visitGuards,
  ...placeGuards,
  ...stuffingGuards,
  ...atRestGuards,
  ...settingGuards,
  ...textGuards,
  ...pageGuards,
  ...errorGuards,
  ...diskGuards,
]
