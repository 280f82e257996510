import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RatingTarget } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import { firstLanguage } from '../../i18n/languages'
import { setLanguageForSession } from '../../i18n/setup'
import { Icon } from '../../ui/icon'
import { outbox } from '../outbox/page-outbox'
import { blockBack, cacheLoadedFiles, startFullScreen, startWakeLock, useKeys } from '../shell/device-modes'
import type { PairedDevice } from '../shell/place/paired-device'
import { updateWhile } from '../shell/updates'
import { type KioskSetUp, makeKioskRating, takeTapTurn } from './device'
import { IdleScreen } from './idle-screen'
import { useIdling } from './idling/use-idling'
import { useLoneKeys } from './keys/use-lone-keys'
import { PinPad } from './pin-pad'
import { moveAmongFaces, QuestionScreen } from './question-screen'
import styles from './screens.module.css'
import { ThanksScreen } from './thanks'

type Screen = 'idle' | 'ask' | 'thanks'

type Props = {
  code: string
  place: RatingTarget | undefined
  setUp: KioskSetUp
  device: PairedDevice | undefined
  onLeave: () => void
}

/** One person after the other: idle, the question, thanks, the question, ... Nothing of one is there for the next. */
export function Kiosk({ code, place, setUp, device, onLeave }: Props) {
  const { t } = useTranslation()
  const [screen, setScreen] = useState<Screen>('idle')
  const [isLow, setIsLow] = useState(false)
  const [isPadOpen, setIsPadOpen] = useState(false)

  /** Wipes what the last person has set. */
  const startOver = (next: Screen) => {
    setScreen(next)
    setIsLow(false)
    window.getSelection()?.removeAllRanges()
    window.scrollTo(0, 0)
    void setLanguageForSession(firstLanguage)
  }

  const answer = (score: Score) => {
    if (screen !== 'ask' || !takeTapTurn()) return
    void makeKioskRating(code, score, device).then(outbox.post)
    setScreen('thanks')
  }

  // A reader of cards or codes types, too, and must neither open the question nor answer it.
  useLoneKeys(!isPadOpen, screen, key => {
    if (key === 'Escape') setIsPadOpen(true)
    else if (screen === 'idle' && /^([1-5]|Arrow.+)$/.test(key)) setScreen('ask')
    else if (screen === 'ask' && /^[1-5]$/.test(key)) answer(Number(key) as Score)
  })
  useKeys(screen === 'ask' && !isPadOpen, event => {
    if (!event.key.startsWith('Arrow')) return
    moveAmongFaces(event.key)
    event.preventDefault()
  })
  const secondsLeft = useIdling(screen === 'ask' && !isPadOpen, () => startOver('idle'))
  useDevice(screen === 'idle' && !isPadOpen, () => startOver('idle'))

  return (
    <>
      <title>{`${t('kiosk.title')} · Hài Lòng`}</title>
      <main id="main" tabIndex={-1} className={styles.kiosk}>
        {screen === 'idle' && <IdleScreen place={place} code={code} onTouch={() => setScreen('ask')} />}
        {screen === 'ask' && (
          <QuestionScreen
            place={place}
            code={code}
            isLow={isLow}
            secondsLeft={secondsLeft}
            onReach={() => setIsLow(!isLow)}
            onAnswer={answer}
          />
        )}
        {screen === 'thanks' && <ThanksScreen onNext={() => startOver('ask')} />}
      </main>
      {isPadOpen ? (
        <PinPad setUp={setUp} onOpen={onLeave} onClose={() => setIsPadOpen(false)} />
      ) : (
        <LockButton onClick={() => setIsPadOpen(true)} isOnPlate={screen !== 'ask'} />
      )}
    </>
  )
}

/**
 * Holds the device in kiosk mode while the kiosk is shown: screen on, full screen, no way back, a new version only
 * between two people, Vietnamese whatever the last person chose, and all that it takes to open without a signal.
 */
function useDevice(isIdle: boolean, onBack: () => void) {
  const isIdleNow = useEffectEvent(() => isIdle)
  const goneBack = useEffectEvent(onBack)
  useEffect(() => {
    const ends = [blockBack(goneBack), startFullScreen(), startWakeLock(), updateWhile(isIdleNow)]
    void setLanguageForSession(firstLanguage)
    // A browser that is short of room may else throw away what has not been sent.
    void navigator.storage?.persist?.().catch(() => false)
    cacheLoadedFiles().catch(() => {}) // A full device, or no signal: the next start tries again.
    return () => {
      for (const end of ends) end()
    }
  }, [])
}

function LockButton({ onClick, isOnPlate }: { onClick: () => void; isOnPlate: boolean }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={`${styles.lock} ${isOnPlate ? styles.onPlate : ''}`}
      aria-label={t('kiosk.leave')}
      onClick={onClick}
    >
      <Icon name="lock" />
    </button>
  )
}
