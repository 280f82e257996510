import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusHeadingOnMount } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import styles from './thanks.module.css'
import { SECOND, TAP_PAUSE, THANKS_SHOWN_FOR } from './timing'
import { useTimer } from './use-timer'

/** The same for every answer: a person behind must not see which one it was. */
export function ThanksScreen({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation()
  const [isNextOffered, setIsNextOffered] = useState(false)
  useTimer(TAP_PAUSE, () => setIsNextOffered(true))
  useTimer(THANKS_SHOWN_FOR, onNext)

  return (
    <div className={styles.thanks} style={{ '--shown-for': `${THANKS_SHOWN_FOR}ms` } as CSSProperties}>
      <div className={styles.say}>
        <span className={styles.done}>
          <Icon name="check" />
        </span>
        <h1 tabIndex={-1} ref={focusHeadingOnMount}>
          {t('rate.thanks.title')}
        </h1>
        <p>{t('kiosk.recorded')}</p>
        <p className={styles.next}>
          {isNextOffered && (
            <button type="button" onClick={onNext}>
              {t('kiosk.next')}
            </button>
          )}
        </p>
      </div>
      <p className={styles.back}>{t('kiosk.back_soon', { n: THANKS_SHOWN_FOR / SECOND })}</p>
    </div>
  )
}
