import { useQuery, useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigate, useRouteError } from 'react-router'
import { problemOf } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { onSignedOut, signOut, staffMe } from '../../data/session'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { MessagePage } from '../../ui/layout/message-page'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { say } from '../../ui/messages/status-line'
import { StaffFrame } from './frame'
import { chosenOf, keyOf, rememberChosen, StaffContext } from './membership'
import { NoMembership } from './no-membership'
import { hasBeenGone, useSessionTimeout } from './use-session-timeout'

/** Leads to the sign-in, and from there back to this address. */
function useLeave() {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const here = pathname + search
  const isLeaving = useRef(false)
  return useCallback(
    async (why?: 'over' | 'out') => {
      // A session that is over is also signed out: the first reason is the one to tell.
      if (isLeaving.current) return
      isLeaving.current = true
      await navigate(paths.staff.signIn(why === 'out' ? undefined : here, why), { replace: true })
      queryClient.clear()
    },
    [navigate, here],
  )
}

/** What every page of the office's side stands in: who is signed in, as what, and the way out. */
export function Component() {
  const { t } = useTranslation('staff')
  const leave = useLeave()
  const { data: me, error } = useQuery(staffMe)
  const [wanted, setWanted] = useState<string | null>()
  const hadRoles = useRef(false)
  const isOver = error ? problemOf(error).status === 401 : false
  const membership = me && chosenOf(me, wanted)
  const gone = useCallback(() => {
    void signOut()
    void leave('over')
  }, [leave])

  useSessionTimeout(gone)
  // Signed out in another tab, or found over when the database was asked.
  useEffect(() => onSignedOut(() => void leave(hasBeenGone() ? 'over' : 'out')), [leave])
  useEffect(() => {
    if (isOver) gone()
  }, [isOver, gone])

  if (!me || isOver) return null
  if (!membership) return <NoMembership email={me.email} hadOne={hadRoles.current} onSignOut={signOut} />
  hadRoles.current = true

  const choose = (key: string) => {
    rememberChosen(key)
    setWanted(key)
    const chosen = me.roles.find(role => keyOf(role) === key)
    if (chosen) say(t('frame.works_as', { role: t(`role.${chosen.role}`), office: chosen.name }))
  }
  return (
    <StaffContext value={{ me, membership }}>
      <StaffFrame me={me} membership={membership} onChoose={choose} onSignOut={signOut}>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </StaffFrame>
    </StaffContext>
  )
}

/** Something could not be loaded. A session that is over, or a role that ended, has its own answer. */
export function ErrorBoundary() {
  const { t } = useTranslation()
  const { reset } = useQueryErrorResetBoundary()
  const leave = useLeave()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const problem = problemOf(useRouteError())
  const isOver = problem.status === 401
  useEffect(() => {
    if (isOver) void leave('over')
  }, [isOver, leave])
  if (isOver) return null
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
