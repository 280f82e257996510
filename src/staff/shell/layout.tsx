import { useQuery, useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigate, useRouteError } from 'react-router'
import { type Problem, toProblem } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { type Me, onSignedOut, signOut, staffDevice, staffMe } from '../../data/session'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { MessagePage } from '../../ui/layout/message-page'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { announce } from '../../ui/messages/status-line'
import { StaffFrame } from './frame'
import { currentMembership, membershipKey, StaffContext, saveChosen } from './membership'
import { NoMembership } from './no-membership'
import { hasTimedOut, useSessionTimeout } from './use-session-timeout'

/** Leads to the sign-in, and from there back to this address. */
function useLeave() {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const here = pathname + search
  const isLeaving = useRef(false)
  return useCallback(
    async (why?: 'over' | 'out') => {
      // A session that is over is also signed out: the sign-in page shows the first reason.
      if (isLeaving.current) return
      isLeaving.current = true
      await navigate(paths.staff.signIn(why === 'out' ? undefined : here, why), { replace: true })
      queryClient.clear()
    },
    [navigate, here],
  )
}

/** The frame of every staff page: who is signed in, in which role, and the way out. */
export function Component() {
  const leave = useLeave()
  const { data: me, error } = useQuery(staffMe)
  const isOver = error ? toProblem(error).status === 401 : false
  const end = useCallback(() => {
    void signOut()
    void leave('over')
  }, [leave])

  useSessionTimeout(end)
  // A subscription to the session, which another tab or the server may end at any time.
  useEffect(() => onSignedOut(() => void leave(hasTimedOut() ? 'over' : 'out')), [leave])

  if (isOver) return <SessionOver onEnd={end} />
  return me ? <SignedIn me={me} /> : null
}

/** Leaves as soon as it is shown. */
function SessionOver({ onEnd }: { onEnd: () => void }) {
  // Signing out and navigating are no part of rendering.
  useEffect(onEnd, [onEnd])
  return null
}

function SignedIn({ me }: { me: Me }) {
  const { t } = useTranslation('staff')
  const [chosen, setChosen] = useState<string>()
  const hadRoles = useRef(false)
  const membership = currentMembership(me, chosen)
  if (!membership) return <NoMembership email={me.email} hadOne={hadRoles.current} onSignOut={signOut} />
  hadRoles.current = true

  const choose = (key: string) => {
    saveChosen(key)
    setChosen(key)
    const one = me.roles.find(role => membershipKey(role) === key)
    if (one) announce(t('frame.works_as', { role: t(`role.${one.role}`), office: one.name }))
  }
  return (
    <StaffContext value={{ me, membership }}>
      <KnownBrowser />
      <StaffFrame me={me} membership={membership} onChoose={choose} onSignOut={signOut}>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </StaffFrame>
    </StaffContext>
  )
}

/** Tells the server once. Apart, so that no page is drawn anew when it has answered, with somebody typing in it. */
function KnownBrowser() {
  useQuery(staffDevice)
  return null
}

/** Something could not be loaded. A session that is over leads to the sign-in. */
export function ErrorBoundary() {
  const leave = useLeave()
  const problem = toProblem(useRouteError())
  const end = useCallback(() => void leave('over'), [leave])
  return problem.status === 401 ? <SessionOver onEnd={end} /> : <PageProblem problem={problem} />
}

function PageProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslation()
  const { reset } = useQueryErrorResetBoundary()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return (
    <MessagePage
      title={t('error.title')}
      actions={
        <>
          <Button
            onClick={() => {
              reset()
              void queryClient.invalidateQueries()
              navigate({ pathname, search }, { replace: true })
            }}
          >
            {t('app.try_again')}
          </Button>
          <ButtonLink look="quiet" to={paths.staff.home()}>
            {t('frame.today', { ns: 'staff' })}
          </ButtonLink>
        </>
      }
    >
      <p role="alert">
        <ProblemMessage problem={problem} />
      </p>
    </MessagePage>
  )
}
