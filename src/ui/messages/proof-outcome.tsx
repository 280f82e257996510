import { useTranslation } from 'react-i18next'
import type { CheckedProof, ProofOutcome } from '../../lib/checkpoint/receipt-proof'
import { useFormats } from '../use-formats'
import { Banner } from './banner'

const looks: Record<ProofOutcome, 'done' | 'wait' | 'alert'> = {
  holds: 'done',
  unsigned: 'wait',
  uncommitted: 'wait',
  not_counted: 'wait',
  not_in_batch: 'alert',
  not_in_ledger: 'alert',
  wrong_signature: 'alert',
}
const icons = { done: 'check', wait: 'clock', alert: 'alert' } as const

/** What came of following a proof, in one sentence; who has signed besides, in another. */
export function ProofOutcomeBanner({ proof: { outcome, batch, checkpoint } }: { proof: CheckedProof }) {
  const { t } = useTranslation('ledger')
  const format = useFormats()
  const names = (checkpoint?.witnesses ?? []).filter(({ isRight }) => isRight).map(({ name }) => name)
  return (
    <Banner look={looks[outcome]} icon={icons[looks[outcome]]}>
      <p>{t(`proof.${outcome}`, { batch: format.count(batch ?? 0) })}</p>
      {outcome === 'holds' && names.length > 0 && (
        <p>{t('proof.witnessed', { n: format.count(names.length), names: names.join(', ') })}</p>
      )}
    </Banner>
  )
}
