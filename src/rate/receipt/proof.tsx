import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkProof } from '../../data/checkpoints'
import { loadNamespace } from '../../i18n/setup'
import { type CheckedProof, proofCode } from '../../lib/checkpoint/receipt-proof'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/messages/banner'
import { ProofOutcomeBanner } from '../../ui/messages/proof-outcome'
import styles from './proof.module.css'

/** Loaded with the words that it needs. */
export async function loadReceiptProof() {
  await loadNamespace('ledger')
  return { default: ReceiptProof }
}

/** Fetches the proof of a receipt that is in a batch, follows it on this device, and gives the code to show to others. */
function ReceiptProof({ receipt }: { receipt: string }) {
  const { t } = useTranslation('ledger')
  const [proof, setProof] = useState<CheckedProof | 'failed'>()
  const code = proofCode(receipt)

  const ask = useCallback(async () => {
    setProof(undefined)
    setProof(await checkProof(code).catch(() => 'failed' as const))
  }, [code])
  // Nobody asks for it: whoever looks at a receipt is to see whether it holds.
  useEffect(() => void ask(), [ask])

  if (!proof) return null
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
