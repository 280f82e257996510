import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RatingTarget } from '../../data/rating-targets'
import { Button } from '../../ui/button'
import field from '../../ui/forms/field.module.css'
import { MessagePage } from '../../ui/layout/message-page'
import { targetName } from '../outbox/rating-draft'
import { type KioskSetUp, saveItem } from './device'
import { useBurstGuard } from './keys/use-burst-guard'
import { hashPin, isPin, type Pin } from './pin'
import styles from './setup.module.css'
import { KioskState } from './status'

type Props = {
  code: string
  place: RatingTarget | undefined
  /** Undefined: this device has not been this counter's kiosk yet. */
  setUp: KioskSetUp | undefined
  onStart: (setUp: KioskSetUp) => void
  /** Whether the device is paired with the counter. */
  children: ReactNode
}

/** For the officer who puts the tablet up, and whenever the kiosk has been left with its PIN. */
export function KioskSetup({ code, place, setUp, onStart, children }: Props) {
  const { t } = useTranslation('place')
  const { t: common } = useTranslation()
  const [isChanging, setIsChanging] = useState(false)
  const start = (pin: Pin) => {
    const made = { counter: code, pin, wrong: 0, until: 0 }
    saveItem('kiosk', made)
    onStart(made)
  }

  return (
    <MessagePage
      title={t(setUp ? 'setup.left' : 'setup.title')}
      actions={
        setUp &&
        !isChanging && (
          <>
            <Button onClick={() => onStart(setUp)}>{t('setup.return')}</Button>
            <Button look="quiet" onClick={() => setIsChanging(true)}>
              {t('setup.change_pin')}
            </Button>
          </>
        )
      }
    >
      <p className={styles.counter}>
        {t('setup.counter', { place: place ? targetName(place) : common('rate.unnamed', { code }) })}
      </p>
      {setUp && <KioskState />}
      {!setUp && <WhatItDoes />}
      {children}
      {(!setUp || isChanging) && <PinForm onPin={start} />}
      <Remarks />
    </MessagePage>
  )
}

function WhatItDoes() {
  const { t } = useTranslation('place')
  return (
    <ul className={styles.does}>
      <li>{t('setup.asks')}</li>
      <li>{t('setup.starts')}</li>
      <li>{t('setup.keeps')}</li>
      <li>{t('setup.leaves')}</li>
    </ul>
  )
}

/** Hints for the officer, as far as they are true of this device. */
function Remarks() {
  const { t } = useTranslation('place')
  return (
    <div className={styles.remarks}>
      {!window.isSecureContext && <p>{t('setup.no_https')}</p>}
      {!('wakeLock' in navigator) && <p>{t('setup.no_wake_lock')}</p>}
      <p>{t('setup.pinning')}</p>
      <p>{t('setup.forgotten')}</p>
    </div>
  )
}

type Mistake = { in: 'pin' | 'again'; says: 'setup.pin_form' | 'setup.pin_differs' }

/** The PIN is typed twice, since it cannot be shown again. */
function PinForm({ onPin }: { onPin: (pin: Pin) => void }) {
  const { t } = useTranslation('place')
  const [mistake, setMistake] = useState<Mistake>()
  const form = useRef<HTMLFormElement>(null)
  useBurstGuard(() => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])]
    const held = fields.map(({ value }) => value)
    return () => {
      for (const [i, input] of fields.entries()) input.value = held[i] ?? ''
    }
  })

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const [pin, again] = ['pin', 'again'].map(name => String(new FormData(form).get(name)))
    const wrong: Mistake | undefined = !isPin(pin ?? '')
      ? { in: 'pin', says: 'setup.pin_form' }
      : pin !== again
        ? { in: 'again', says: 'setup.pin_differs' }
        : undefined
    setMistake(wrong)
    if (wrong) form.querySelector<HTMLInputElement>(`[name=${wrong.in}]`)?.focus()
    else onPin(await hashPin(pin ?? ''))
  }

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PinField name="pin" label={t('setup.pin')} mistake={mistake} />
      <PinField name="again" label={t('setup.pin_again')} mistake={mistake} />
      <div>
        <Button type="submit">{t('setup.start')}</Button>
      </div>
    </form>
  )
}

function PinField({ name, label, mistake }: { name: Mistake['in']; label: string; mistake: Mistake | undefined }) {
  const { t } = useTranslation('place')
  const id = useId()
  const isWrong = mistake?.in === name
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {isWrong && (
        <p className={styles.mistake} id={`${id}-mistake`} role="alert">
          {t(mistake.says)}
        </p>
      )}
      <input
        className={field.field}
        id={id}
        name={name}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-mistake` : undefined}
      />
    </div>
  )
}
