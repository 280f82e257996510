import { createContext, useContext } from 'react'
import type { Me, Membership } from '../../data/session'
import { type Capability, reachesBelow, roleMay } from './rights'

/** Under this name the browser stores the role that was chosen last. */
const STORED = 'membership'

export const membershipKey = ({ role, office }: Membership) => `${role} ${office}`

function loadChosen() {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null // A browser without storage starts with the first role.
  }
}

/** The role that the person works in: the one chosen last, else the first. None without a membership. */
export function currentMembership(me: Me, key = loadChosen()): Membership | undefined {
  return me.roles.find(membership => membershipKey(membership) === key) ?? me.roles[0]
}

export function saveChosen(key: string) {
  try {
    localStorage.setItem(STORED, key)
  } catch {
    // The choice holds until the page is closed.
  }
}

/** Who is signed in, and the role and office they work in now. */
type Staff = { me: Me; membership: Membership }

export const StaffContext = createContext<Staff | null>(null)

/** Only below the staff layout. `may('print_posters')` asks for the role that the person works in now. */
export function useStaff() {
  const staff = useContext(StaffContext)
  if (!staff) throw new Error('useStaff is called outside the staff layout')
  const { role } = staff.membership
  return {
    ...staff,
    may: (capability: Capability) => roleMay(role, capability),
    /** Whether the role holds at the offices below as well. */
    reachesBelow: reachesBelow(role),
  }
}
