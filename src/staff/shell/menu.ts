import type { Role } from '../../data/session'
import { paths } from '../../paths'

type Entry = { key: Exclude<keyof typeof paths.staff, 'signIn' | 'office'>; roles: readonly Role[] }

const everybody = ['coordinator', 'head', 'clerk', 'auditor'] as const
const desk = ['coordinator', 'head', 'clerk'] as const
const incharge = ['coordinator', 'head'] as const
const answerable = ['coordinator', 'head', 'auditor'] as const

/**
 * What a role finds in the menu, in groups. The menu only leaves out what a role cannot use: whether it may, the
 * database decides.
 */
const groups: Entry[][] = [
  [
    { key: 'home', roles: everybody },
    { key: 'comments', roles: everybody },
    { key: 'counters', roles: everybody },
    { key: 'posters', roles: desk },
    { key: 'visits', roles: desk },
    { key: 'handled', roles: everybody },
  ],
  [
    { key: 'offices', roles: incharge },
    { key: 'procedures', roles: incharge },
    { key: 'fields', roles: ['coordinator'] },
    { key: 'imports', roles: desk },
    { key: 'reform', roles: ['coordinator'] },
  ],
  [
    { key: 'members', roles: answerable },
    { key: 'audit', roles: answerable },
    { key: 'settings', roles: answerable },
  ],
]

/** The groups of a role, with the address of each entry. */
export const menuOf = (role: Role) =>
  groups
    .map(group => group.filter(({ roles }) => roles.includes(role)).map(({ key }) => ({ key, to: paths.staff[key]() })))
    .filter(group => group.length > 0)
