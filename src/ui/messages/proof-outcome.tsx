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
export function ProofOutcomeBanner({ proof: { outcome, batch, voided, checkpoint } }: { proof: CheckedProof }) {
  const { t } = useTranslation('ledger')
  const format = useFormats()
  const names = (checkpoint?.witnesses ?? []).filter(({ isRight }) => isRight).map(({ name }) => name)
  // It holds, and counts no more: no reason to cheer.
  const look = voided && looks[outcome] === 'done' ? 'wait' : looks[outcome]
  return (
    <Banner look={look} icon={icons[look]}>
      <p>{t(`proof.${outcome}`, { batch: format.count(batch ?? 0) })}</p>
      {voided && (
        <>
          <p>{t('proof.voided', { batch: format.count(batch ?? 0), on: format.day(voided.on) })}</p>
          <blockquote lang="vi">{voided.reason}</blockquote>
        </>
      )}
      {outcome === 'holds' && names.length > 0 && (
        <p>{t('proof.witnessed', { n: format.count(names.length), names: names.join(', ') })}</p>
      )}
    </Banner>
  )
}
