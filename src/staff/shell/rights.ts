import type { Office } from '../../data/offices'

export type Membership = { office: string; role: string }

/**
 * What a person may do, as the database will decide it: the screens follow, they do not guard. A coordinator answers
 * for an office and all below it, a head for the one.
 */
export function rightsOf(roles: Membership[], offices: Office[]) {
  const above = (code: string | null): string[] => {
    const line: string[] = []
    for (
      let at = code;
      at && !line.includes(at);
      at = offices.find(office => office.code === at)?.parent_code ?? null
    ) {
      line.push(at)
    }
    return line
  }
  const coordinates = (office: string | null) =>
    roles.some(({ role, office: own }) => role === 'coordinator' && above(office).includes(own))
  const isTop = roles.some(
    ({ role, office: own }) =>
      role === 'coordinator' && offices.some(({ code, parent_code }) => code === own && parent_code === null),
  )
  return {
    /** Name, place in the tree, first and last day; and adding offices below it. */
    coordinates,
    /** Desk, hotline, opening hours, counters, offerings. */
    keeps: (office: string) => coordinates(office) || roles.some(r => r.role === 'head' && r.office === office),
    /** Fields, procedures, tops of the tree, reforms. */
    isTop,
    /** Looks at the office's side of an office at all. */
    sees: (office: string) =>
      roles.some(({ role, office: own }) =>
        role === 'head' || role === 'clerk' ? own === office : above(office).includes(own),
      ),
  }
}

export type Rights = ReturnType<typeof rightsOf>
