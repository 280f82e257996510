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

/** The frame with its notice. While the figures are on their way their shape is shown, under the title if it is known. */
export function PublicPage({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <PublicFrame
      agency={
        <Suspense>
          <WhoseFigures />
        </Suspense>
      }
      help={
        <Suspense>
          <Help />
        </Suspense>
      }
      notice={
        <Suspense>
          <Notice />
        </Suspense>
      }
    >
      <SavedCopyNotice />
      <Suspense
        fallback={
          <>
            {title}
            <Skeleton figure />
          </>
        }
      >
        {children}
      </Suspense>
    </PublicFrame>
  )
}

function WhoseFigures() {
  const { data } = useSuspenseQuery(settings)
  const { data: picture } = useQuery({ ...agencyLogo(data.logo ?? ''), enabled: data.logo !== null })
  return <Agency name={data.agency_name} picture={picture ?? null} />
}

function Help() {
  const { data } = useSuspenseQuery(settings)
  return data.hotline && <p lang="vi">{data.hotline}</p>
}

function Notice() {
  const { data } = useSuspenseQuery(settings)
  return data.illustrative && <IllustrativeNotice />
}

/** Something could not be loaded, and there is no older answer to show. */
export function PageError() {
  const { t } = useTranslation()
  const { reset } = useQueryErrorResetBoundary()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return (
    <PublicFrame>
      <DocumentHead title={t('results.failed')} description={t('results.description')} />
      <div className={styles.message}>
        <h1>{t('results.failed')}</h1>
        <p role="alert">
          <ProblemMessage problem={toProblem(useRouteError())} />
        </p>
        <Button
          onClick={() => {
            reset()
            navigate({ pathname, search }, { replace: true })
          }}
        >
          {t('app.try_again')}
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
