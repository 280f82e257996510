import type { Feedback, FeedbackStep } from '../../data/feedback/petitions'
import { useFormats } from '../../ui/use-formats'
import { useFeedbackWords } from '../shell/words'
import styles from './page.module.css'

/** The steps that have words here; a server may know more. */
const knownSteps = [
  'received',
  'asked',
  'supplied',
  'added',
  'forwarded',
  'moved',
  'escalated',
  'answered',
  'refused',
  'withdrawn',
  'judged',
  'published',
] as const
type KnownStep = (typeof knownSteps)[number]
const isKnown = (step: string): step is KnownStep => knownSteps.some(one => one === step)

/** What happened to a petition, with all that was written. */
export function Timeline({ feedback }: { feedback: Feedback }) {
  const { t } = useFeedbackWords()
  return (
    <section className={styles.part}>
      {feedback.text && (
        <>
          <h2>{t('follow.yours')}</h2>
          <p className={styles.said}>{feedback.text}</p>
        </>
      )}
      <h2>{t('follow.way')}</h2>
      <ol className={styles.timeline}>
        {feedback.steps.map((step, at) => (
          <Step key={at} {...step} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, on_day: day, office, to_office: to, text }: FeedbackStep) {
  const { t } = useFeedbackWords()
  const format = useFormats()
  return (
    <li>
      <b>{isKnown(step) ? t(`follow.steps.${step}`, { office, to: to ?? '' }) : step}</b>
      <small>{format.day(day)}</small>
      {text && <p className={styles.said}>{text}</p>}
    </li>
  )
}
