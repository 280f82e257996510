import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { readReceipt } from '../../data/receipts'
import { inGroups } from '../../lib/crockford'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { focusOnMount } from '../../ui/focus'
import field from '../../ui/forms/field.module.css'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { useFormats } from '../../ui/use-formats'
import { useOutbox } from '../outbox/use-outbox'
import styles from './find.module.css'

type Props = {
  /** The text of the address's fragment. */
  typed: string
  /** Why that opened nothing: the key of a refusal. */
  mistake?: string
  children?: ReactNode
}

/** A field for the code, and the receipts that this device has. */
export function FindReceipt({ typed, mistake, children }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <h1 tabIndex={-1}>{t('receipt.find')}</h1>
      {children}
      <p className={styles.lead}>{t('receipt.lead')}</p>
      <CodeForm typed={typed} mistake={mistake ?? ''} />
      <Own />
      <p className={styles.lead}>{t('receipt.privacy')}</p>
    </>
  )
}

function CodeForm({ typed, mistake }: { typed: string; mistake: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [code, setCode] = useState(typed)
  const [wrong, setWrong] = useState(mistake)
  const id = useId()

  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const receipt = readReceipt(code)
    if (receipt) return navigate(paths.receipt(inGroups(receipt)))
    setWrong('receipt_malformed')
    event.currentTarget.querySelector('input')?.focus()
  }

  return (
    <form className={styles.form} noValidate onSubmit={open}>
      <label htmlFor={id}>{t('rate.receipt.code')}</label>
      <p id={`${id}-hint`}>{t('receipt.code_hint')}</p>
      {wrong && (
        <p className={styles.mistake} id={`${id}-mistake`} role="alert">
          <ProblemMessage problem={{ key: wrong }} />
        </p>
      )}
      <div className={styles.row}>
        <input
          ref={mistake ? focusOnMount : undefined}
          id={id}
          className={field.field}
          value={code}
          onChange={event => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-hint ${id}-mistake` : `${id}-hint`}
        />
        <Button type="submit">{t('receipt.open')}</Button>
      </div>
    </form>
  )
}

/** The device's own receipts by place and day, since nobody remembers codes. */
function Own() {
  const { t } = useTranslation()
  const { ratings } = useOutbox()
  const format = useFormats()
  if (ratings.length === 0) return null
  return (
    <section className={styles.own}>
      <h2>{t('receipt.here')}</h2>
      <ul>
        {[...ratings]
          .sort((a, b) => b.ratedAt - a.ratedAt)
          .map(({ receipt, place, ratedAt }) => (
            <li key={receipt}>
              <Link to={paths.receipt(inGroups(receipt))}>
                <span>
                  <span lang="vi">{place}</span>
                  <small>{t('receipt.of_day', { day: format.dayOf(ratedAt), code: inGroups(receipt) })}</small>
                </span>
                <Icon name="right" />
              </Link>
            </li>
          ))}
      </ul>
    </section>
  )
}
