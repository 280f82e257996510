import type { Role } from '../../data/session'
import type words from '../../i18n/vi/staff.json'
import { importCapabilities } from '../../lib/staff-lists'
import { paths } from '../../paths'
import { type Capability, roleMay } from './rights'

/**
 * `key` is the page's address and its name in the catalogue; `needs` what a role must be able to do there, one of them.
 */
type Entry = { key: keyof typeof words.menu; needs?: Capability | readonly Capability[] }

const groups: Entry[][] = [
  [
    { key: 'control', needs: 'ask_control' },
    { key: 'home', needs: 'see_home' },
    { key: 'comments', needs: 'read_comments' },
    { key: 'feedback', needs: 'see_feedback' },
    { key: 'counters', needs: 'see_counters' },
    { key: 'posters', needs: 'print_posters' },
    { key: 'visits', needs: 'make_visit_codes' },
    { key: 'handled', needs: 'see_home' },
    { key: 'plan', needs: 'see_plan' },
    { key: 'reports', needs: 'see_reports' },
    { key: 'good-practice', needs: 'see_good_practice' },
  ],
  [
    { key: 'offices', needs: 'edit_office_sign' },
    { key: 'procedures', needs: 'edit_office_sign' },
    { key: 'fields', needs: 'manage_catalogue' },
    { key: 'imports', needs: Object.values(importCapabilities) },
    { key: 'reform', needs: 'restructure_offices' },
  ],
  [
    { key: 'members', needs: 'see_members' },
    { key: 'oversight', needs: ['see_signals', 'see_voidings'] },
    { key: 'audit', needs: 'read_audit_log' },
    { key: 'settings', needs: 'see_settings' },
  ],
]

/** The menu of a role, in groups. It leaves out what the role cannot use; whether it may, the database decides. */
export const menuOf = (role: Role) =>
  groups
    .map(group =>
      group
        .filter(({ needs }) => !needs || [needs].flat().some(capability => roleMay(role, capability)))
        .map(({ key }) => ({ key, to: paths.staffPage(key) })),
    )
    .filter(group => group.length > 0)
