import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceKind } from '../../../data/kiosks'
import { toProblem } from '../../../data/problem'
import { Button } from '../../../ui/button'
import field from '../../../ui/forms/field.module.css'
import { ProblemMessage } from '../../../ui/messages/problem-message'
import { type PairedDevice, pair } from './paired-device'
import styles from './pairing-form.module.css'

type Props = { counter: string; kind: DeviceKind; onPaired: (device: PairedDevice) => void }

/** For the officer at the device: the code that the counter's page shows to the head of the office. */
export function PairingForm({ counter, kind, onPaired }: Props) {
  const { t } = useTranslation('place')
  const [problem, setProblem] = useState<{ key: string }>()
  const [isBusy, setIsBusy] = useState(false)
  const id = useId()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('code'))
    const input = event.currentTarget.querySelector('input')
    setIsBusy(true)
    try {
      onPaired(await pair(counter, kind, typed))
    } catch (error) {
      setProblem(toProblem(error))
      input?.focus()
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate data-code>
      <label htmlFor={id}>{t('pairing.code')}</label>
      <p className={styles.hint} id={`${id}-hint`}>
        {t('pairing.hint')}
      </p>
      {problem && (
        <p className={styles.mistake} id={`${id}-mistake`} role="alert">
          {problem.key === 'pairing_unknown' ? t('pairing.unknown') : <ProblemMessage problem={problem} />}
        </p>
      )}
      <div className={styles.row}>
        <input
          id={id}
          name="code"
          className={field.field}
          lang="en"
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-hint ${id}-mistake` : `${id}-hint`}
        />
        <Button type="submit" isBusy={isBusy}>
          {t('pairing.pair')}
        </Button>
      </div>
      {!window.isSecureContext && <p className={styles.hint}>{t('pairing.no_https')}</p>}
    </form>
  )
}
