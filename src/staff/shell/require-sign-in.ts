import { type MiddlewareFunction, redirect } from 'react-router'
import { toProblem } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { staffMe } from '../../data/session'
import { paths } from '../../paths'

/** Whoever is not signed in signs in first and comes back to the same address. */
async function requireSignIn({ request }: { request: Request }) {
  const { pathname, search } = new URL(request.url)
  try {
    await queryClient.ensureQueryData(staffMe)
  } catch (error) {
    const problem = toProblem(error)
    if (problem.status !== 401) throw problem
    throw redirect(paths.staff.signIn(pathname + search, problem.key === 'session_over' ? 'over' : undefined))
  }
}

/** Runs before the loaders of the pages, so that none asks for what it may not see. */
export const middleware: MiddlewareFunction[] = [requireSignIn]

/** The router runs the middleware only of routes that have a loader. */
export const loader = () => null
