import type { Role } from '../../data/session'
import { paths } from '../../paths'
import { type Capability, roleMay } from './rights'

/** `key` is the page in `paths.staff` and its name in the catalogue; `needs`: one of these, or nothing at all. */
type Entry = { key: Exclude<keyof typeof paths.staff, 'signIn' | 'office'>; needs?: Capability[] }

const groups: Entry[][] = [
  [
    { key: 'home' },
    { key: 'comments' },
    { key: 'counters' },
    { key: 'posters', needs: ['make_visit_codes'] },
    { key: 'visits', needs: ['make_visit_codes'] },
    { key: 'handled' },
  ],
  [
    { key: 'offices', needs: ['manage_offices', 'edit_office_sign'] },
    { key: 'procedures', needs: ['manage_catalogue', 'manage_offerings'] },
    { key: 'fields', needs: ['manage_catalogue'] },
    { key: 'imports', needs: ['make_visit_codes', 'report_handled_dossiers', 'manage_offerings', 'manage_offices'] },
    { key: 'reform', needs: ['restructure_offices'] },
  ],
  [
    { key: 'members', needs: ['see_members'] },
    { key: 'audit', needs: ['read_audit_log'] },
    { key: 'settings', needs: ['change_settings', 'read_audit_log'] },
  ],
]

/** The menu of a role, in groups. It leaves out what the role cannot use; whether it may, the database decides. */
export const menuOf = (role: Role) =>
  groups
    .map(group =>
      group
        .filter(({ needs }) => !needs || needs.some(capability => roleMay(role, capability)))
        .map(({ key }) => ({ key, to: paths.staff[key]() })),
    )
    .filter(group => group.length > 0)
