import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'
import styles from './read-aloud.module.css'

const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined

/** Voices load late: the browser gets them from the system and fires an event. */
function subscribe(listener: () => void) {
  speech?.addEventListener?.('voiceschanged', listener)
  return () => speech?.removeEventListener?.('voiceschanged', listener)
}

const voiceFor = (language: string) =>
  speech?.getVoices().find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language)

/** The page's questions in their order. A legend that contains the heading counts once. */
const asked = () =>
  [...document.querySelectorAll('main h1, main legend:not(:has(h1)), main label')]
    .map(element => element.textContent?.trim())
    .filter(Boolean)
    .join('. ')

/** The ref of the button: the voice stops when the button goes, or it would read on into the next page. */
const stopWhenGone = () => () => speech?.cancel()

/** Reads the question and its answers aloud with the device's own voice; not there where the device has none. */
export function ReadAloud() {
  const { t, i18n } = useTranslation()
  const hasVoice = useSyncExternalStore(subscribe, () => voiceFor(i18n.language) !== undefined)
  const [isReading, setIsReading] = useState(false)
  if (!speech || !hasVoice) return null

  const read = () => {
    speech.cancel()
    if (isReading) return setIsReading(false)
    const spoken = new SpeechSynthesisUtterance(asked())
    spoken.voice = voiceFor(i18n.language) ?? null
    spoken.lang = spoken.voice?.lang ?? i18n.language
    spoken.onend = () => setIsReading(false)
    spoken.onerror = () => setIsReading(false)
    setIsReading(true)
    speech.speak(spoken)
  }
  return (
    <button
      ref={stopWhenGone}
      type="button"
      className={styles.read}
      onClick={read}
      title={t('app.read_aloud')}
      aria-pressed={isReading}
    >
      <Icon name="speaker" />
      <span className="vh">{t('app.read_aloud')}</span>
    </button>
  )
}
