import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../icon'
import styles from './status-line.module.css'

/** Long enough to read a sentence twice; it says only what has already happened. */
const SHOWN_FOR = 10_000

let sentence = ''
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function change(to: string) {
  sentence = to
  clearTimeout(timer)
  if (to) timer = setTimeout(() => change(''), SHOWN_FOR)
  for (const listener of listeners) listener()
}

/** Says in one sentence what was done, at the foot of the page and to a screen reader: `say(t('members.invited'))`. */
export const say = (what: string) => change(what)

/** Where it is said. Stands once in the frame. */
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
      {said && (
        <button type="button" onClick={() => change('')}>
          <Icon name="close" />
          <span className="vh">{t('parts.close')}</span>
        </button>
      )}
    </div>
  )
}
