import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { withdraw } from './answers'
import type { ShownVisit } from './outbox'
import styles from './withdrawing.module.css'

/** Withdrawing asks once more in its own place: it cannot be undone. */
export function Withdrawing({ visit, onKeep }: { visit: ShownVisit; onKeep: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={styles.asking} aria-labelledby="withdraw">
      <h2 id="withdraw" tabIndex={-1} ref={head => head?.focus()}>
        {t('rate.withdraw.question')}
      </h2>
      <p>{t('rate.withdraw.consequence')}</p>
      <div className={styles.buttons}>
        <Button look="danger" onClick={() => withdraw(visit)}>
          {t('rate.withdraw.yes')}
        </Button>
        <Button look="quiet" onClick={onKeep}>
          {t('rate.withdraw.no')}
        </Button>
      </div>
    </section>
  )
}
