import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData, useRevalidator, useRouteError } from 'react-router'
import { type CounterPage, counterPage } from '../data/counters'
import { Problem, problemOf } from '../data/problem'
import type { Score } from '../data/ratings'
import { currentLanguage } from '../i18n/setup'
import { isCrockford, readCrockford } from '../lib/crockford'
import { paths } from '../paths'
import { Button, ButtonLink } from '../ui/button'
import { MessagePage } from '../ui/message-page'
import { ProblemMessage } from '../ui/problem-message'
import { Sign, Whereabouts } from '../ui/sign'
import { outbox, useOutbox } from './device'
import { OutboxNotice } from './outbox-notice'
import { ProcedureStep } from './procedure-step'
import { Question } from './question'
import styles from './rate-page.module.css'
import { RefusedStep } from './refused-step'
import { Retired } from './retired'
import { ThanksStep } from './thanks-step'
import { changeScore, rate, visitAt } from './visit'
import { WithdrawnStep } from './withdrawn-step'

/** The counter, and what this device already said there. */
export async function loader({ params }: LoaderFunctionArgs): Promise<CounterPage> {
  const code = readCrockford(params.code ?? '')
  if (!isCrockford(code, 6)) throw new Problem(400, 'counter_malformed')
  const [page] = await Promise.all([counterPage(code), outbox.ready])
  return page
}

export function Component() {
  const page = useLoaderData<typeof loader>()
  return page.state === 'retired' ? <Retired page={page} /> : <Rating key={page.counter.code} page={page} />
}

/** One question at a time: the faces, the procedure, thanks. */
function Rating({ page }: { page: CounterPage }) {
  const { t } = useTranslation()
  const { counter, office } = page
  const { visits } = useOutbox()
  const [isChanging, setIsChanging] = useState(false)
  const visit = visitAt(counter.code, visits, Date.now())
  const isRefused = visit?.refused?.fn === 'submit_rating' && visit.step !== 'withdrawn'
  const step = isRefused ? 'refused' : !visit || isChanging ? 'question' : visit.step
  useFocusOn(step)

  const answer = async (score: Score) => {
    await (visit ? changeScore(visit, score) : rate(page, score, currentLanguage()))
    setIsChanging(false)
  }

  return (
    <div className={styles.page}>
      <title>{`${t('rate.title')} · Hài Lòng`}</title>
      <Sign>
        <Whereabouts office={office.desk} counter={counter.name} number={counter.number} />
      </Sign>
      <OutboxNotice except={visit?.receipt} />
      <main id="main" tabIndex={-1} className={styles.main} data-step={step}>
        {step === 'question' && (
          <Question key={visit?.receipt} current={visit?.score} onAnswer={answer} onKeep={() => setIsChanging(false)} />
        )}
        {visit && step === 'procedure' && (
          <ProcedureStep visit={visit} page={page} onChange={() => setIsChanging(true)} />
        )}
        {visit && step === 'thanks' && <ThanksStep visit={visit} page={page} onChange={() => setIsChanging(true)} />}
        {visit && step === 'withdrawn' && <WithdrawnStep visit={visit} office={office} />}
        {visit && step === 'refused' && <RefusedStep visit={visit} />}
      </main>
    </div>
  )
}

/** The next question replaces the last one: whoever reads by ear or by keyboard has to be taken along. */
function useFocusOn(step: string) {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [step])
}

/** No such counter, or no way to ask. */
export function ErrorBoundary() {
  const { t } = useTranslation()
  const { revalidate } = useRevalidator()
  const problem = problemOf(useRouteError())
  const isAboutCode = ['counter_malformed', 'counter_unknown'].includes(problem.key)
  return (
    <MessagePage
      title={isAboutCode ? t('rate.no_counter') : t('rate.not_opened')}
      actions={
        <>
          {!isAboutCode && <Button onClick={revalidate}>{t('app.try_again')}</Button>}
          <ButtonLink look={isAboutCode ? 'main' : 'quiet'} to={paths.home()}>
            {t('app.home')}
          </ButtonLink>
        </>
      }
    >
      <p role="alert">
        <ProblemMessage problem={problem} />
      </p>
      {!isAboutCode && <p>{t('error.kept')}</p>}
    </MessagePage>
  )
}
