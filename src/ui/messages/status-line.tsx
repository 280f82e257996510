import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../icon'
import styles from './status-line.module.css'

/** Milliseconds: long enough to read a sentence twice. */
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

/** Announces in a sentence what was done, at the page's foot and to a screen reader: `announce(t('members.invited'))`. */
export const announce = (what: string) => change(what)

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
      {said && (
        <button type="button" onClick={() => change('')}>
          <Icon name="close" />
          <span className="vh">{t('parts.close')}</span>
        </button>
      )}
    </div>
  )
}
