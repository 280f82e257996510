import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SECOND, WARNED_BEFORE } from '../timing'
import styles from './warning.module.css'

/** Heard twice and not every second: it must not talk over the question. */
const HEARD_AGAIN_AT = 10

/**
 * Asks whether somebody is still there. Anything that a person does is an answer; the button is for whoever looks for one,
 * and to press it is answer enough.
 */
export function IdleWarning({ seconds }: { seconds: number }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const warning = box.current
    // Whoever is on the button when it goes would else start again at the top of the page.
    return () => {
      if (warning?.contains(document.activeElement)) document.querySelector('h1')?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div ref={box} className={styles.warning}>
      <p>{t('kiosk.idle.soon', { n: seconds })}</p>
      <button type="button" className={styles.stay}>
        {t('kiosk.idle.stay')}
      </button>
    </div>
  )
}

/** Always there: a live region that comes together with its text is not read by all screen readers. */
export function IdleAnnouncement({ seconds }: { seconds: number | undefined }) {
  const { t } = useTranslation()
  const heard = seconds && (seconds > HEARD_AGAIN_AT ? WARNED_BEFORE / SECOND : HEARD_AGAIN_AT)
  return (
    <p className="vh" role="status">
      {heard !== undefined && t('kiosk.idle.soon_heard', { n: heard })}
    </p>
  )
}
