import { useQuery, useQueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useRouteError } from 'react-router'
import { agencyLogo } from '../../data/logo'
import { toProblem } from '../../data/problem'
import { settings } from '../../data/settings'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { Agency } from '../../ui/layout/agency-logo'
import { DocumentHead } from '../../ui/layout/document-head'
import { PublicFrame } from '../../ui/layout/public-frame'
import { IllustrativeNotice } from '../../ui/messages/illustrative-notice'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import styles from './public-page.module.css'
import { SavedCopyNotice } from './saved-copy-notice'

/**
 * The frame with its notice. While the figures are on their way their shape is shown, under the title if it is known. The
 * agency and the notice stand above everything, so all of the frame waits for them: what is shown already must not jump.
 */
export function PublicPage({ title, children }: { title?: ReactNode; children: ReactNode }) {
  const waiting = (
    <>
      {title}
      <Skeleton figure />
    </>
  )
  return (
    <Suspense fallback={<PublicFrame>{waiting}</PublicFrame>}>
      <KnownFrame>
        <SavedCopyNotice />
        <Suspense fallback={waiting}>{children}</Suspense>
      </KnownFrame>
    </Suspense>
  )
}

/** The frame of an agency whose settings are known. */
function KnownFrame({ children }: { children: ReactNode }) {
  const { data } = useSuspenseQuery(settings)
  const { data: picture } = useQuery({ ...agencyLogo(data.logo ?? ''), enabled: data.logo !== null })
  return (
    <PublicFrame
      agency={<Agency name={data.agency_name} picture={picture ?? null} isAwaited={data.logo !== null} />}
      help={data.hotline && <p lang="vi">{data.hotline}</p>}
      notice={data.illustrative && <IllustrativeNotice />}
    >
      {children}
    </PublicFrame>
  )
}

/** Something could not be loaded, and there is no older answer to show. What was refused is refused again: it is left. */
export function PageError() {
  const { t } = useTranslation()
  const { reset } = useQueryErrorResetBoundary()
  const navigate = useNavigate()
  const here = useLocation()
  const problem = toProblem(useRouteError())
  const { isRefusal } = problem
  return (
    <PublicFrame>
      <DocumentHead title={t('results.failed')} description={t('results.description')} />
      <div className={styles.message}>
        <h1>{t('results.failed')}</h1>
        <p role="alert">
          <ProblemMessage problem={problem} />
        </p>
        <Button
          onClick={() => {
            reset()
            navigate(isRefusal ? paths.results() : here, { replace: true })
          }}
        >
          {t(isRefusal ? 'results.see_all' : 'app.try_again')}
        </Button>
      </div>
    </PublicFrame>
  )
}

/** The address names something that is not there. */
export function NothingHere({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.message}>
      <DocumentHead title={title} description={t('results.description')} />
      <h1>{title}</h1>
      <p>{children}</p>
      <p className={styles.actions}>
        <ButtonLink to={paths.home()}>{t('results.find_again')}</ButtonLink>{' '}
        <ButtonLink look="quiet" to={paths.results()}>
          {t('results.see_all')}
        </ButtonLink>
      </p>
    </div>
  )
}
