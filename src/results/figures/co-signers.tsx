import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lastCheckpoint } from '../../data/checkpoints'
import { loadLedgerWords } from '../../i18n/ledger-words'
import { useFormats } from '../../ui/use-formats'
import styles from '../shell/public-page.module.css'

/** Loaded with the words that it needs. */
export async function loadCoSigners() {
  await loadLedgerWords()
  return { default: CoSigners }
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
