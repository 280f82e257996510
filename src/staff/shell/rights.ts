import type { Office } from '../../data/offices'
import { capabilities, rolesWithDescendants } from '../../lib/staff-lists'

export type Capability = keyof typeof capabilities

/** A role at an office. A newer database may name a role that this version does not know: it may do nothing here. */
export type RoleAt = { office: string; role: string }

const isAmong = (roles: readonly string[], role: string) => roles.includes(role)

/** Whether a role may do something at the office where it is held. */
export const roleMay = (role: string, capability: Capability) => isAmong(capabilities[capability], role)

/** Whether a role holds at the offices below its own as well. */
export const reachesBelow = (role: string) => isAmong(rolesWithDescendants, role)

/** What it takes to give somebody a role, or to take it away. */
export const appointing = (role: string): Capability =>
  role === 'clerk' ? 'appoint_clerks' : isIndependent(role) ? 'appoint_interviewers' : 'appoint_members'

/** Whether nobody may hold the role who works for one of the offices: it is held for an organisation outside. */
export const isIndependent = (role: string) => roleMay(role, 'ask_control')

/** What a person may do with all their roles, as the database will decide it: the screens follow, they do not guard. */
export function rightsOf(roles: RoleAt[], offices: Pick<Office, 'code' | 'parent_code'>[]) {
  const parentOf = new Map(offices.map(({ code, parent_code }) => [code, parent_code]))
  /** The office and those above it. A circle in the tree ends where it began. */
  const lineOf = (code: string | null): string[] => {
    const line: string[] = []
    for (let at = code; at && !line.includes(at); at = parentOf.get(at) ?? null) line.push(at)
    return line
  }
  const reachesFrom = ({ role, office }: RoleAt, code: string | null) =>
    reachesBelow(role) ? lineOf(code).includes(office) : office === code
  return {
    /** Whether one of the roles reaches the office and may do this there. */
    mayAt: (capability: Capability, code: string | null) =>
      roles.some(held => roleMay(held.role, capability) && reachesFrom(held, code)),
    /** Whether the person sees the staff pages of the office at all. */
    reaches: (code: string) => roles.some(held => reachesFrom(held, code)),
    /** Fields, procedures, offices without a parent, settings: they belong to no office, but to the top of the tree. */
    isAtTop: roles.some(({ role, office }) => roleMay(role, 'manage_catalogue') && parentOf.get(office) === null),
  }
}
