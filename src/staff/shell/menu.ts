import type { Role } from '../../data/session'
import { paths } from '../../paths'
import { type Capability, roleMay } from './rights'

/** `key` is the page in `paths.staff` and its name in the catalogue; `needs` what a role must be able to do there. */
type Entry = { key: Exclude<keyof typeof paths.staff, 'signIn' | 'office'>; needs?: Capability }

const groups: Entry[][] = [
  [
    { key: 'home' },
    { key: 'comments' },
    { key: 'counters' },
    { key: 'posters', needs: 'print_posters' },
    { key: 'visits', needs: 'make_visit_codes' },
    { key: 'handled' },
  ],
  [
    { key: 'offices', needs: 'edit_offices' },
    { key: 'procedures', needs: 'edit_offices' },
    { key: 'fields', needs: 'edit_catalogue' },
    { key: 'imports', needs: 'import_files' },
    { key: 'reform', needs: 'restructure_offices' },
  ],
  [
    { key: 'members', needs: 'see_members' },
    { key: 'audit', needs: 'see_audit_log' },
    { key: 'settings', needs: 'see_settings' },
  ],
]

/** The menu of a role, in groups. It leaves out what the role cannot use; whether it may, the database decides. */
export const menuOf = (role: Role) =>
  groups
    .map(group =>
      group.filter(({ needs }) => !needs || roleMay(role, needs)).map(({ key }) => ({ key, to: paths.staff[key]() })),
    )
    .filter(group => group.length > 0)
