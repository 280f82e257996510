import { useId } from 'react'
import { Button } from '../../ui/button'
import { focusOnMount } from '../../ui/focus'
import styles from './inline-confirm.module.css'

type Props = { question: string; consequence: string; yes: string; no: string; onYes: () => void; onNo: () => void }

/** Asks once more, in its own place, before what cannot be undone. */
export function InlineConfirm({ question, consequence, yes, no, onYes, onNo }: Props) {
  const id = useId()
  return (
    <section className={styles.asking} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={focusOnMount}>
        {question}
      </h2>
      <p>{consequence}</p>
      <div className={styles.buttons}>
        <Button look="danger" onClick={onYes}>
          {yes}
        </Button>
        <Button look="quiet" onClick={onNo}>
          {no}
        </Button>
      </div>
    </section>
  )
}
