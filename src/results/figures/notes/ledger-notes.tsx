import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lastCheckpoint } from '../../../data/checkpoints'
import { corrections } from '../../../data/open-data'
import { loadLedgerWords } from '../../../i18n/ledger-words'
import { useFormats } from '../../../ui/use-formats'
import styles from '../../shell/public-page.module.css'

/** Loaded with the words that it needs. */
export async function loadLedgerNotes() {
  await loadLedgerWords()
  return { default: LedgerNotes }
}

/** What was taken back of what these figures once held, and who has signed the ledger that they come from. */
function LedgerNotes({ codes }: { codes: Set<string> }) {
  return (
    <>
      <Voided codes={codes} />
      <CoSigners />
    </>
  )
}

/** Batches of these offices that were found wrong, the latest first, and why. */
function Voided({ codes }: { codes: Set<string> }) {
  const { t } = useTranslation('ledger')
  const format = useFormats()
  const { data = [] } = useQuery(corrections)
  const voided = data.filter(({ office_code }) => codes.has(office_code))
  if (voided.length === 0) return null
  return (
    <details className={styles.note}>
      <summary>{t('results.voided', { n: format.count(voided.length) })}</summary>
      <ul>
        {voided.map(({ number, voids, n, reason, recorded_on }) => (
          <li key={number}>
            {t('results.voided_batch', {
              batch: format.count(voids ?? 0),
              n: format.count(-n),
              on: format.day(recorded_on),
            })}{' '}
            <span lang="vi">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who has signed the ledger that these figures come from, as this device has checked it: the agency alone, or others too. */
function CoSigners() {
  const { t } = useTranslation('ledger')
  const format = useFormats()
  const { data: checkpoint } = useQuery(lastCheckpoint)
  if (!checkpoint) return null
  const names = checkpoint.witnesses.filter(({ isRight }) => isRight).map(({ name }) => name)
  const day = format.day(checkpoint.made_on)
  return (
    <p className={styles.note}>
      {checkpoint.signed === 'right'
        ? names.length > 0
          ? t('results.co_signed', { day, names: names.join(', ') })
          : t('results.signed_alone', { day })
        : t(`results.${checkpoint.signed}`)}
    </p>
  )
}
