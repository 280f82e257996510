import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'
import styles from './read-aloud.module.css'
import english from './speech/en.mp3'
import vietnamese from './speech/vi.mp3'

const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined

/** The first question and its answers, by the voice of espeak-ng (scripts/build/speech.ts), which knows no Khmer. */
const recordings: Record<string, string | undefined> = { vi: vietnamese, en: english }

/** Voices load late: the browser gets them from the system and fires an event. */
function subscribe(listener: () => void) {
  speech?.addEventListener?.('voiceschanged', listener)
  return () => speech?.removeEventListener?.('voiceschanged', listener)
}

const voiceFor = (language: string) =>
  speech?.getVoices().find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language)

/** The page's questions in their order. A legend that contains the heading counts once; `:has()` would end old browsers. */
const asked = () =>
  [...document.querySelectorAll('main h1, main legend, main label')]
    .filter(element => !(element.matches('legend') && element.querySelector('h1')))
    .map(element => element.textContent?.trim())
    .filter(Boolean)
    .join('. ')

/** What is being read: how to end it. `onEnd` is told whether it was heard. */
type Reader = (onEnd: (wasHeard: boolean) => void) => () => void

/** Some phones list voices that they have not downloaded: those say nothing, and no error either. In milliseconds. */
const SILENCE = 4_000

const speakWith =
  (voice: SpeechSynthesisVoice): Reader =>
  onEnd => {
    const spoken = new SpeechSynthesisUtterance(asked())
    spoken.voice = voice
    spoken.lang = voice.lang
    const silent = setTimeout(() => onEnd(false), SILENCE)
    spoken.onstart = () => clearTimeout(silent)
    spoken.onend = () => onEnd(true)
    spoken.onerror = ({ error }) => onEnd(error === 'interrupted' || error === 'canceled')
    speech?.cancel()
    speech?.speak(spoken)
    return () => {
      clearTimeout(silent)
      speech?.cancel()
    }
  }

const play =
  (recording: string): Reader =>
  onEnd => {
    const audio = new Audio(recording)
    audio.onended = () => onEnd(true)
    audio.onerror = () => onEnd(false)
    // Played within the touch: later Safari would not.
    audio.play().then(
      // It plays in pieces; whole it is kept for a time without a signal. Cached by the service worker.
      () => void fetch(recording).catch(() => {}),
      error => error?.name !== 'AbortError' && onEnd(false),
    )
    return () => audio.pause()
  }

/**
 * Reads the question and its answers aloud: with the device's own voice, or, on the first page, with a recording where
 * there is none, as in the browsers of chat apps. Not there where there is neither.
 */
export function ReadAloud({ isFirst = false }: { isFirst?: boolean }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language
  const hasVoice = useSyncExternalStore(subscribe, () => voiceFor(language) !== undefined)
  const stop = useRef(() => {})
  const [isReading, setIsReading] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  // The voice stops when the button goes, or another language comes; it would read on into the next page.
  useEffect(() => {
    setIsReading(false)
    return () => stop.current()
  }, [language])
  const recording = isFirst ? recordings[language] : undefined
  if (!hasVoice && !recording) return null

  /** A voice that says nothing gives way to the recording. */
  const startWith = (reader: Reader, others: Reader[]) => {
    let isOver = false
    const end = reader(wasHeard => {
      if (isOver) return
      isOver = true
      const [next, ...rest] = others
      if (!wasHeard && next) {
        end()
        return startWith(next, rest)
      }
      setIsReading(false)
      setHasFailed(!wasHeard)
    })
    stop.current = () => {
      isOver = true
      end()
    }
  }

  const read = () => {
    stop.current()
    setHasFailed(false)
    if (isReading) return setIsReading(false)
    const voice = voiceFor(language)
    const [first, ...others] = [...(voice ? [speakWith(voice)] : []), ...(recording ? [play(recording)] : [])]
    if (!first) return
    setIsReading(true)
    startWith(first, others)
  }
  return (
    <>
      <button type="button" className={styles.read} onClick={read} title={t('app.read_aloud')} aria-pressed={isReading}>
        <Icon name="speaker" />
        <span className="vh">{t('app.read_aloud')}</span>
      </button>
      {hasFailed && (
        <p className={styles.failed} role="alert">
          {t('app.read_aloud_failed')}
        </p>
      )}
    </>
  )
}
