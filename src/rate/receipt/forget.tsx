import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { InlineConfirm } from '../shell/inline-confirm'
import styles from './changes.module.css'

/** For a rating made on somebody else's phone. One that has not been sent yet cannot be forgotten: it would be lost. */
export function ForgetReceipt({ isWaiting, onForget }: { isWaiting: boolean; onForget: () => void }) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)

  if (isAsking) {
    return (
      <InlineConfirm
        question={t('receipt.forget.question')}
        consequence={t('receipt.forget.consequence')}
        yes={t('receipt.forget.yes')}
        no={t('receipt.forget.no')}
        onYes={onForget}
        onNo={() => setIsAsking(false)}
      />
    )
  }
  return (
    <section className={styles.changes} aria-label={t('receipt.forget.start')}>
      <p>{t(isWaiting ? 'receipt.forget.later' : 'receipt.forget.lent')}</p>
      {!isWaiting && (
        <p>
          <Button look="quiet" onClick={() => setIsAsking(true)}>
            {t('receipt.forget.start')}
          </Button>
        </p>
      )}
    </section>
  )
}
