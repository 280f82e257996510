import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RatingTarget } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import { languages } from '../../i18n/languages'
import { setLanguageForSession } from '../../i18n/setup'
import { Face, scores } from '../../ui/faces/face'
import { focusHeadingOnMount } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import { KioskHeader } from './header'
import { IdleAnnouncement, IdleWarning } from './idling/warning'
import styles from './question-screen.module.css'

type Props = {
  place: RatingTarget | undefined
  code: string
  /** Question and faces are in the lower half, within reach of a wheelchair. */
  isLow: boolean
  /** Until the screen goes back by itself, once that is soon. */
  secondsLeft: number | undefined
  onReach: () => void
  onAnswer: (score: Score) => void
}

/** The one question. Each face is a button, so that a tap, Enter or a switch answers at once. */
export function QuestionScreen({ place, code, isLow, secondsLeft, onReach, onAnswer }: Props) {
  const { t } = useTranslation()
  const question = useId()
  return (
    <div className={styles.ask} data-reach={isLow ? 'low' : undefined}>
      <header className={styles.head}>
        <KioskHeader place={place} code={code} />
        <Languages />
      </header>
      <div className={styles.block}>
        <h1 id={question} tabIndex={-1} ref={focusHeadingOnMount}>
          {t('rate.question')}
        </h1>
        <fieldset className={styles.faces} aria-labelledby={question}>
          {scores.map(score => (
            <button key={score} type="button" className={styles.face} onClick={() => onAnswer(score)}>
              <Face score={score} />
              <span>{t(`score.${score}`)}</span>
            </button>
          ))}
        </fieldset>
      </div>
      <footer className={styles.foot}>
        <IdleAnnouncement seconds={secondsLeft} />
        {secondsLeft === undefined ? (
          <>
            <p>{t('kiosk.one_touch')}</p>
            {/* Its words say what a touch will do; a pressed state beside them would say the opposite. */}
            <button type="button" className={styles.reach} onClick={onReach}>
              <Icon name={isLow ? 'up' : 'down'} />
              {t(isLow ? 'kiosk.reach_high' : 'kiosk.reach_low')}
            </button>
          </>
        ) : (
          <IdleWarning seconds={secondsLeft} />
        )}
      </footer>
    </div>
  )
}

/** Buttons and no links: a link would leave an entry in the history. */
function Languages() {
  const { t, i18n } = useTranslation()
  return (
    <nav className={styles.languages} aria-label={t('app.languages')}>
      {Object.entries(languages).map(([language, { name }]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-current={i18n.language === language ? 'true' : undefined}
          onClick={() => void setLanguageForSession(language)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}

/** The arrows go from face to face, beginning at either end; they choose nothing. */
export function moveAmongFaces(key: string) {
  const faces = [...document.querySelectorAll<HTMLElement>(`.${styles.faces} button`)]
  const at = faces.indexOf(document.activeElement as HTMLElement)
  const isBack = key === 'ArrowLeft' || key === 'ArrowUp'
  const next = isBack ? (at < 0 ? faces.length : at) - 1 : at + 1
  faces[Math.min(faces.length - 1, Math.max(0, next))]?.focus()
}
