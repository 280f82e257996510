import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, Outlet, ScrollRestoration, useLocation, useRouteError } from 'react-router'
import { toProblem } from '../data/problem'
import { setLanguage } from '../i18n/setup'
import { paths } from '../paths'
import { OutboxNotice } from '../rate/outbox/notice'
import { Button, ButtonLink } from '../ui/button'
import { MessagePage } from '../ui/layout/message-page'
import { type LinkProps, NavigationContext } from '../ui/link'
import { ProblemMessage } from '../ui/messages/problem-message'
import { useOnChange } from '../ui/use-on-change'

export async function loader({ request }: LoaderFunctionArgs) {
  await setLanguage(new URL(request.url).searchParams.get('lng'))
  return null
}

// A link that takes the place of its address leaves the person where they were on the page.
const RouterLink = (props: LinkProps) => <Link {...props} preventScrollReset={props.replace ?? false} />

const navigation = { Link: RouterLink, useHere: useLocation }

/** The frame of every page. */
export function Component() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  // Rating and receipt have their own notice, the kiosk is used by the next person, and staff do not rate.
  const isSaidElsewhere = /^\/(r|v|kiosk|display)\/|^\/(receipt|staff)\b/.test(pathname)

  // A browser moves focus when it loads a page; here a new page is only new content, so we move it.
  useOnChange(pathname, () => document.getElementById('main')?.focus({ preventScroll: true }))

  return (
    <NavigationContext value={navigation}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      {!isSaidElsewhere && <OutboxNotice />}
      <Outlet />
      <ScrollRestoration />
    </NavigationContext>
  )
}

/** The last net under every page. */
export function ErrorBoundary() {
  const { t } = useTranslation()
  const problem = toProblem(useRouteError())
  return (
    <MessagePage
      title={t('error.title')}
      actions={
        <>
          <Button onClick={() => window.location.reload()}>{t('app.try_again')}</Button>
          <ButtonLink look="quiet" to={paths.home()}>
            {t('app.home')}
          </ButtonLink>
        </>
      }
    >
      <p role="alert">
        <ProblemMessage problem={problem} />
      </p>
      <p>{t('error.ratings_safe')}</p>
    </MessagePage>
  )
}

/** Nothing while the first page loads: an empty page for a moment is calmer than a spinner. */
export function HydrateFallback() {
  return null
}
