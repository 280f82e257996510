import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon'
import styles from './privacy-note.module.css'

type Sentence = 'rate.anonymous' | 'rate.fear.question' | 'rate.fear.who' | 'rate.fear.when' | 'rate.fear.effect'

/** The line that answers the fear: who can see this, when, and that it has no effect on the file. */
export function PrivacyNote({ say }: { say: (sentence: Sentence) => ReactNode }) {
  return (
    <details className={styles.fear}>
      <summary>
        <Icon name="lock" /> <span>{say('rate.anonymous')}</span> <u>{say('rate.fear.question')}</u>
      </summary>
      <ul>
        <li>{say('rate.fear.who')}</li>
        <li>{say('rate.fear.when')}</li>
        <li>{say('rate.fear.effect')}</li>
      </ul>
    </details>
  )
}
