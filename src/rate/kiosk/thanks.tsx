import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { TAP_PAUSE } from './tap-throttle'
import styles from './thanks.module.css'

const SHOWN_FOR = 6_000

/** The same for every answer: whoever stands behind must not see which one it was. */
export function ThanksScreen({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation()
  const [isNextOffered, setIsNextOffered] = useState(false)
  const next = useEffectEvent(onNext)

  useEffect(() => {
    const offer = setTimeout(() => setIsNextOffered(true), TAP_PAUSE)
    const end = setTimeout(next, SHOWN_FOR)
    return () => {
      clearTimeout(offer)
      clearTimeout(end)
    }
  }, [])

  return (
    <div className={styles.thanks}>
      <div className={styles.say}>
        <span className={styles.done}>
          <Icon name="check" />
        </span>
        <h1 tabIndex={-1}>{t('rate.thanks.title')}</h1>
        <p>{t('kiosk.recorded')}</p>
        <p className={styles.next}>
          {isNextOffered && (
            <button type="button" onClick={onNext}>
              {t('kiosk.next')}
            </button>
          )}
        </p>
      </div>
      <p className={styles.back}>{t('kiosk.back_soon')}</p>
    </div>
  )
}
