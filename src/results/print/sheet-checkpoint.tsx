import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lastCheckpoint } from '../../data/checkpoints'
import { loadLedgerWords } from '../../i18n/ledger-words'
import { useFormats } from '../../ui/use-formats'
import styles from './sheet.module.css'

/** Loaded with the words that it needs. */
export async function loadSheetCheckpoint() {
  await loadLedgerWords()
  return { default: SheetCheckpoint }
}

/** What stays on the wall: the root of all that was published, the key it was signed with, and who else has signed. */
function SheetCheckpoint() {
  const { t } = useTranslation('ledger')
  const format = useFormats()
  const { data: checkpoint } = useQuery(lastCheckpoint)
  if (checkpoint?.signed !== 'right') return null
  const names = checkpoint.witnesses.filter(({ isRight }) => isRight).map(({ name }) => name)
  return (
    <>
      <p className={styles.signed}>
        {t('sheet.checkpoint', { size: format.count(checkpoint.size) })} <code>{checkpoint.root}</code> ·{' '}
        {t('sheet.key')} <code className={styles.whole}>{checkpoint.fingerprint}</code>
      </p>
      {names.length > 0 && <p className={styles.signed}>{t('sheet.witnesses', { names: names.join(', ') })}</p>}
    </>
  )
}
