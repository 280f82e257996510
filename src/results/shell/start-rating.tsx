import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isCrockford, readCrockford } from '../../lib/crockford'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import styles from './start-rating.module.css'

const LENGTH = 6

/** For a phone without a camera: the code that is printed under the QR code. */
export function StartRating() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const [inputId, hintId, wrongId] = [useId(), useId(), useId()]

  return (
    <form
      noValidate
      className={`${styles.form} ${isWrong ? styles.wrong : ''}`}
      onSubmit={event => {
        event.preventDefault()
        const read = readCrockford(code)
        if (isCrockford(read, LENGTH)) return navigate(paths.rate(read))
        setIsWrong(true)
        input.current?.focus()
      }}
    >
      <label htmlFor={inputId}>{t('home.code')}</label>
      <p id={hintId} className={styles.hint}>
        {t('home.code_hint')}
      </p>
      {isWrong && (
        <p id={wrongId} className={styles.why} role="alert">
          {t('refusal.counter_malformed')}
        </p>
      )}
      <div className={styles.row}>
        <input
          ref={input}
          id={inputId}
          value={code}
          onChange={event => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${hintId} ${wrongId}` : hintId}
        />
        <Button type="submit">{t('home.start')}</Button>
      </div>
    </form>
  )
}
