import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkProof } from '../../data/checkpoints'
import { toProblem } from '../../data/problem'
import type { CheckedProof } from '../../lib/checkpoint/receipt-proof'
import { Banner } from '../../ui/messages/banner'
import { ProofOutcomeBanner } from '../../ui/messages/proof-outcome'
import { CodeForm } from './code-form'

type Outcome = CheckedProof | 'unknown' | 'failed'

function readProofCode(typed: string) {
  const code = typed.replace(/\s/g, '').toLowerCase()
  return /^[0-9a-f]{32}$/.test(code) ? code : undefined
}

/** For whoever is shown a proof code: whether that rating was counted, and not what it was. */
export function SomebodysProof() {
  const { t } = useTranslation('ledger')
  const [outcome, setOutcome] = useState<Outcome>()

  async function check(code: string) {
    setOutcome(
      await checkProof(code).catch(error => (toProblem(error).key === 'receipt_unknown' ? 'unknown' : 'failed')),
    )
  }

  return (
    <CodeForm
      label={t('proof.of_somebody')}
      read={readProofCode}
      malformed={t('refusal.proof_code_malformed')}
      button={t('proof.check')}
      look="quiet"
      onTyped={() => setOutcome(undefined)}
      onCode={check}
    >
      {outcome === 'unknown' || outcome === 'failed' ? (
        <Banner look="alert" icon="alert">
          <p>{t(`proof.${outcome}`)}</p>
        </Banner>
      ) : (
        outcome && <ProofOutcomeBanner proof={outcome} />
      )}
    </CodeForm>
  )
}
