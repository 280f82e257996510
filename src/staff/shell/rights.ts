import { roleCapabilities } from '../../data/capabilities'
import type { Office } from '../../data/offices'

export type Capability = (typeof roleCapabilities)[keyof typeof roleCapabilities][number]

/** A role at an office. A newer database may name a role that this version does not know: it may do nothing here. */
export type RoleAt = { office: string; role: string }

const capabilitiesOf: { [role: string]: readonly Capability[] | undefined } = roleCapabilities

/** Whether a role may do something at the office where it is held. */
export const roleMay = (role: string, capability: Capability) => capabilitiesOf[role]?.includes(capability) ?? false

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
    roleMay(role, 'reach_offices_below') ? lineOf(code).includes(office) : office === code
  return {
    /** Whether one of the roles reaches the office and may do this there. */
    mayAt: (capability: Capability, code: string | null) =>
      roles.some(held => roleMay(held.role, capability) && reachesFrom(held, code)),
    /** Whether the person sees the staff pages of the office at all. */
    reaches: (code: string) => roles.some(held => reachesFrom(held, code)),
    /** Fields, procedures, offices without a parent, settings: they belong to no office, but to the top of the tree. */
    isAtTop: roles.some(({ role, office }) => roleMay(role, 'edit_catalogue') && parentOf.get(office) === null),
  }
}
