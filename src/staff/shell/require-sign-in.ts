import { type MiddlewareFunction, redirect } from 'react-router'
import { problemOf } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { staffMe } from '../../data/session'
import { paths } from '../../paths'

/** Whoever is not signed in signs in first and comes back to the same address. */
async function letInSignedIn({ request }: { request: Request }) {
  const { pathname, search } = new URL(request.url)
  try {
    await queryClient.ensureQueryData(staffMe)
  } catch (error) {
    const problem = problemOf(error)
    if (problem.status !== 401) throw problem
    throw redirect(paths.staff.signIn(pathname + search, problem.key === 'session_over' ? 'over' : undefined))
  }
}

/** Before the loaders of the pages, so that none asks for what it may not see. */
export const middleware: MiddlewareFunction[] = [letInSignedIn]

/** A route with a loader is what makes the router ask the door. */
export const loader = () => null
