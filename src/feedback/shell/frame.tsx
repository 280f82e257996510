import type { ReactNode } from 'react'
import { useRouteError } from 'react-router'
import { toProblem } from '../../data/problem'
import { Button } from '../../ui/button'
import { OfficeHeader } from '../../ui/layout/office-header'
import { ProblemMessage } from '../../ui/messages/problem-message'
import styles from './frame.module.css'
import { useFeedbackWords } from './words'

/** The frame of the pages about petitions. */
export function FeedbackFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <title>{`${title} · Hài Lòng`}</title>
      <OfficeHeader />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  )
}

/** A list that the page needs could not be loaded. */
export function ErrorBoundary() {
  const { t } = useFeedbackWords()
  const problem = toProblem(useRouteError())
  return (
    <FeedbackFrame title={t('follow.title')}>
      <h1>{t('follow.title')}</h1>
      <p role="alert">
        <ProblemMessage problem={problem} />
      </p>
      <Button onClick={() => window.location.reload()}>{t('app.try_again', { ns: 'rate' })}</Button>
    </FeedbackFrame>
  )
}
