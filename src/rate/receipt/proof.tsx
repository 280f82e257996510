import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkProof } from '../../data/checkpoints'
import { toProblem } from '../../data/problem'
import { loadLedgerWords } from '../../i18n/ledger-words'
import { type CheckedProof, proofCode } from '../../lib/checkpoint/receipt-proof'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/messages/banner'
import { ProofOutcomeBanner } from '../../ui/messages/proof-outcome'
import styles from './proof.module.css'

/** Loaded with the words that it needs. */
export async function loadReceiptProof() {
  await loadLedgerWords()
  return { default: ReceiptProof }
}

/** A rating that is older than what the server keeps has no proof any more. */
const whyNot = (error: unknown) => (toProblem(error).key === 'receipt_unknown' ? 'unknown' : 'failed')

/** Fetches the proof of a receipt that is in a batch, follows it on this device, and gives the code to show to others. */
function ReceiptProof({ receipt, batch }: { receipt: string; batch: number }) {
  const { t } = useTranslation('ledger')
  const [proof, setProof] = useState<CheckedProof | 'unknown' | 'failed'>()
  const code = proofCode(receipt)

  const ask = useCallback(async () => {
    setProof(undefined)
    setProof(await checkProof(code, batch).catch(whyNot))
  }, [code, batch])
  // Nobody asks for it: whoever looks at a receipt is to see whether it holds.
  useEffect(() => void ask(), [ask])

  if (!proof) return null
  if (proof === 'unknown') return <p>{t('proof.unknown')}</p>
  if (proof === 'failed') {
    return (
      <Banner
        look="wait"
        icon="offline"
        action={
          <Button look="quiet" onClick={ask}>
            {t('proof.again')}
          </Button>
        }
      >
        <p>{t('proof.failed')}</p>
      </Banner>
    )
  }
  return (
    <>
      <ProofOutcomeBanner proof={proof} />
      <details className={styles.code}>
        <summary>{t('proof.code')}</summary>
        <p>
          <code>{code}</code>
        </p>
        <p>{t('proof.code_note')}</p>
      </details>
    </>
  )
}
