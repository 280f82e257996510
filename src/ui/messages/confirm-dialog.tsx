import { type MouseEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button'
import styles from './confirm-dialog.module.css'
import { dialogOf, openModal } from './modal'

type Props = {
  /** The question, for example 'Kết thúc vai trò này?'. */
  title: string
  /** The consequences, and whether they can be undone. */
  children?: ReactNode
  /** The text of the button that confirms. */
  confirm: string
  isDangerous?: boolean
  /** Does it. The dialog stays open and quiet while it runs, and closes when it succeeds. */
  onConfirm: () => Promise<unknown>
  /** Called when it has closed, done or not. */
  onClose: () => void
  /** The reason of a refusal, above the buttons. */
  problem?: ReactNode
}

/** Asks before something that others feel. Shown as long as it is rendered: `{asked && <ConfirmDialog … />}`. */
export function ConfirmDialog({ title, children, confirm, isDangerous, onConfirm, onClose, problem }: Props) {
  const { t } = useTranslation('staff')
  const id = useId()
  const [isBusy, setIsBusy] = useState(false)

  const act = async (event: MouseEvent) => {
    const dialog = dialogOf(event)
    setIsBusy(true)
    try {
      await onConfirm()
      dialog?.close()
    } catch {
      // The caller explains it in `problem`.
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <dialog ref={openModal} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children && <div className={styles.body}>{children}</div>}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button look={isDangerous ? 'danger' : 'main'} isBusy={isBusy} onClick={act}>
          {confirm}
        </Button>
        <Button look="quiet" onClick={event => dialogOf(event)?.close()}>
          {t('parts.cancel')}
        </Button>
      </div>
    </dialog>
  )
}
