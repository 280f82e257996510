import { createContext, useContext } from 'react'
import type { Me, Membership } from '../../data/session'

const CHOSEN = 'membership'

export const keyOf = ({ role, office }: Membership) => `${role} ${office}`

function remembered() {
  try {
    return localStorage.getItem(CHOSEN)
  } catch {
    return null // A browser that keeps nothing starts with the first.
  }
}

/** The role that the person works in: the one chosen last, else the first. None without a membership. */
export function chosenOf(me: Me, wanted = remembered()): Membership | undefined {
  return me.roles.find(membership => keyOf(membership) === wanted) ?? me.roles[0]
}

export function rememberChosen(key: string) {
  try {
    localStorage.setItem(CHOSEN, key)
  } catch {
    // The choice holds until the page is closed.
  }
}

type Staff = {
  me: Me
  /** The role and office that the person works in now. */
  membership: Membership
}

export const StaffContext = createContext<Staff | null>(null)

/** Who is signed in, and the role and office they work in. Only below the staff layout. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext)
  if (!staff) throw new Error('useStaff stands outside the staff layout')
  return staff
}
