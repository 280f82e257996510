import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../icon'
import styles from './status-line.module.css'

/** Milliseconds: long enough to read a sentence twice. */
const SHOWN_FOR = 10_000
/** With something to choose: long enough to see the mistake first. */
const CHOICE_FOR = 60_000

type Choice = { label: string; onChoose: () => void }

let sentence = ''
let choice: Choice | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function change(to: string, withChoice?: Choice) {
  sentence = to
  choice = withChoice
  clearTimeout(timer)
  if (to) timer = setTimeout(() => change(''), choice ? CHOICE_FOR : SHOWN_FOR)
  for (const listener of listeners) listener()
}

/**
 * Announces in a sentence what was done, at the page's foot and to a screen reader: `announce(t('members.invited'))`. What
 * can be done about it, such as undoing it, stands beside it.
 */
export const announce = (what: string, withChoice?: Choice) => change(what, withChoice)

/** The place of the announcements, once in the frame. */
export function StatusLine() {
  const { t } = useTranslation('staff')
  const said = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sentence,
  )
  return (
    <div className={styles.place}>
      <p role="status">{said}</p>
      {said && choice && (
        <button
          type="button"
          className={styles.choice}
          onClick={() => {
            choice?.onChoose()
            change('')
          }}
        >
          {choice.label}
        </button>
      )}
      {said && (
        <button type="button" onClick={() => change('')}>
          <Icon name="close" />
          <span className="vh">{t('parts.close')}</span>
        </button>
      )}
    </div>
  )
}
