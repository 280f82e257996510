import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toProblem } from '../../data/problem'
import type { Verification } from '../../lib/figures/verify-ledger'
import { Icon } from '../../ui/icon'
import { Banner } from '../../ui/messages/banner'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { useFormats } from '../../ui/use-formats'
import { CodeForm } from './code-form'
import { runVerify, type VerifyProgress } from './run-verify'
import { VerifyFaults } from './verify-faults'
import styles from './verify-ledger.module.css'

type State =
  | { at: 'idle' }
  | { at: 'working'; progress: VerifyProgress }
  | { at: 'done'; verdict: Verification & { seconds: number } }
  | { at: 'failed'; error: unknown }

/** The hash of an entry, or its beginning, as a sheet or a newspaper prints it; nothing is right as well. */
function readHash(typed: string) {
  const hash = typed.replace(/[\s.…-]/g, '').toLowerCase()
  return hash === '' || /^[0-9a-f]{8,64}$/.test(hash) ? hash : undefined
}

/** Downloads the ledger and recomputes it here, on the reader's own device. */
export function VerifyLedger() {
  const { t } = useTranslation('open-data')
  const [state, setState] = useState<State>({ at: 'idle' })

  async function start(hash: string) {
    try {
      setState({ at: 'done', verdict: await runVerify(hash, progress => setState({ at: 'working', progress })) })
    } catch (error) {
      setState({ at: 'failed', error })
    }
  }

  return (
    <CodeForm
      label={t('verify.seen')}
      read={readHash}
      malformed={t('verify.seen_malformed')}
      button={t(state.at === 'done' || state.at === 'failed' ? 'verify.again' : 'verify.start')}
      isWorking={state.at === 'working'}
      onCode={start}
    >
      {state.at !== 'idle' && state.at !== 'failed' && <Steps state={state} />}
      {state.at === 'failed' && (
        <Banner look="alert" icon="alert">
          <p>
            <ProblemMessage problem={toProblem(state.error)} />
          </p>
        </Banner>
      )}
      {state.at === 'done' && <Outcome verdict={state.verdict} />}
    </CodeForm>
  )
}

const STEPS = ['download', 'chain', 'figures', 'end'] as const
type Mark = 'waiting' | 'working' | 'right' | 'wrong'

function marksOf(state: Exclude<State, { at: 'idle' | 'failed' }>): Mark[] {
  if (state.at === 'working') {
    return state.progress.step === 'download'
      ? ['working', 'waiting', 'waiting', 'waiting']
      : ['right', 'working', 'waiting', 'waiting']
  }
  const { fault, differences, lost } = state.verdict
  if (fault) return ['right', 'wrong', 'waiting', 'waiting']
  return ['right', 'right', differences.length > 0 ? 'wrong' : 'right', lost.length > 0 ? 'wrong' : 'right']
}

const icons = { waiting: 'clock', working: 'clock', right: 'check', wrong: 'alert' } as const

function Steps({ state }: { state: Exclude<State, { at: 'idle' | 'failed' }> }) {
  const { t } = useTranslation('open-data')
  const format = useFormats()
  const marks = marksOf(state)
  const progress = state.at === 'working' && state.progress.step === 'chain' ? state.progress : undefined
  return (
    <ol className={styles.steps}>
      {STEPS.map((step, i) => {
        const mark = marks[i] ?? 'waiting'
        return (
          <li key={step} className={styles[mark]}>
            <Icon name={icons[mark]} />
            <span>
              {t(`verify.step.${step}`)} <small>{t(`verify.${mark}`)}</small>
              {step === 'chain' && progress && (
                <small className={styles.progress}>
                  {t('verify.progress', { done: format.count(progress.done), of: format.count(progress.of) })}
                </small>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function Outcome({ verdict }: { verdict: Verification & { seconds: number } }) {
  const { t } = useTranslation('open-data')
  const format = useFormats()
  if (verdict.fault || verdict.differences.length > 0 || verdict.lost.length > 0)
    return <VerifyFaults verdict={verdict} />
  const said = {
    batches: format.count(verdict.batches),
    ratings: format.count(verdict.ratings),
    changes: format.count(verdict.changes),
    groups: format.count(verdict.groups),
    figures: format.count(verdict.figures),
    seconds: format.tenth(verdict.seconds),
  }
  return (
    <Banner look="done" icon="check">
      <p>
        <b>{t('verify.good', said)}</b>
      </p>
      <p className={styles.end}>{t('verify.end', { hash: verdict.end })}</p>
      <p>{t('verify.remembered')}</p>
    </Banner>
  )
}
