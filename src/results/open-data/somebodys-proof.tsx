import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkProof } from '../../data/checkpoints'
import { toProblem } from '../../data/problem'
import type { CheckedProof } from '../../lib/checkpoint/receipt-proof'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/messages/banner'
import { ProofOutcomeBanner } from '../../ui/messages/proof-outcome'
import styles from './verify-ledger.module.css'

type Outcome = CheckedProof | 'unknown' | 'failed'

/** For whoever is shown a proof code: whether that rating was counted, and not what it was. */
export function SomebodysProof() {
  const { t } = useTranslation('ledger')
  const [typed, setTyped] = useState('')
  const [outcome, setOutcome] = useState<Outcome>()
  const [isMalformed, setIsMalformed] = useState(false)
  const [inputId, whyId] = [useId(), useId()]

  async function check(event: FormEvent) {
    event.preventDefault()
    const code = typed.replace(/\s/g, '').toLowerCase()
    const isWrong = !/^[0-9a-f]{32}$/.test(code)
    setOutcome(undefined)
    setIsMalformed(isWrong)
    if (isWrong) return document.getElementById(inputId)?.focus()
    setOutcome(
      await checkProof(code).catch(error => (toProblem(error).key === 'receipt_unknown' ? 'unknown' : 'failed')),
    )
  }

  return (
    <form className={styles.form} onSubmit={check} noValidate>
      <label htmlFor={inputId}>{t('proof.of_somebody')}</label>
      {isMalformed && (
        <p id={whyId} className={styles.why} role="alert">
          {t('refusal.proof_code_malformed')}
        </p>
      )}
      <div className={styles.row}>
        <input
          id={inputId}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isMalformed || undefined}
          aria-describedby={isMalformed ? whyId : undefined}
        />
        <Button type="submit" look="quiet">
          {t('proof.check')}
        </Button>
      </div>
      {outcome === 'unknown' || outcome === 'failed' ? (
        <Banner look="alert" icon="alert">
          <p>{t(`proof.${outcome}`)}</p>
        </Banner>
      ) : (
        outcome && <ProofOutcomeBanner proof={outcome} />
      )}
    </form>
  )
}
