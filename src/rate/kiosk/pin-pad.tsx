import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dialogOf, openModal } from '../../ui/messages/modal'
import { useKeys } from '../shell/device-modes'
import { type KioskSetUp, readItem, saveItem } from './device'
import { useBurstGuard } from './keys/use-burst-guard'
import { checkPin, isPin, type Tries, waitAfter, waitLeft } from './pin'
import styles from './pin-pad.module.css'
import { PIN_PAD_CLOSES_AFTER } from './timing'
import { useTimer } from './use-timer'

const LONGEST = 8
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

type Props = { setUp: KioskSetUp; onOpen: () => void; onClose: () => void }

/** The way out, for officers. Closes by itself, so that no citizen finds it open. */
export function PinPad({ setUp, onOpen, onClose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [seconds, wrong, checkTries] = useTries(setUp)
  useTimer(PIN_PAD_CLOSES_AFTER, onClose, { restartOn: typed })

  const type = (digit: string) => setTyped(before => (before + digit).slice(0, LONGEST))
  const erase = () => setTyped(before => before.slice(0, -1))
  // One at a time: the next one would else be looked at before the wait for this one begins.
  const isChecking = useRef(false)
  const open = async () => {
    if (isChecking.current || seconds > 0 || !isPin(typed)) return
    isChecking.current = true
    setTyped('')
    if (await checkTries(typed)) onOpen()
    isChecking.current = false
  }

  useBurstGuard(() => () => setTyped(typed))
  useKeys(true, event => {
    if (/^\d$/.test(event.key)) type(event.key)
    else if (event.key === 'Backspace') erase()
    else return
    event.preventDefault()
  })

  return (
    <dialog ref={openModal} className={styles.pad} aria-labelledby="pad-title" onClose={onClose}>
      <h2 id="pad-title">{t('kiosk.pad.title')}</h2>
      <p className={styles.typed} role="status" aria-label={t('kiosk.pad.typed', { n: typed.length })}>
        {'●'.repeat(typed.length)}
      </p>
      <p className={styles.wrong} role="alert">
        {wrong > 0 && t('kiosk.pad.wrong')} {seconds > 0 && t('kiosk.pad.wait', { n: seconds })}
      </p>
      <div className={styles.keys}>
        {digits.map(digit => (
          <button key={digit} type="button" onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={styles.word} onClick={erase}>
          {t('kiosk.pad.erase')}
        </button>
        <button type="button" className={styles.open} onClick={open}>
          {t('kiosk.pad.open')}
        </button>
      </div>
      <button type="button" className={styles.close} onClick={event => dialogOf(event)?.close()}>
        {t('kiosk.pad.close')}
      </button>
    </dialog>
  )
}

/** Seconds still to wait, wrong PINs so far, and how to try one. Every wrong one waits longer, over reloads too. */
function useTries(setUp: KioskSetUp) {
  const [tries, setTries] = useState<Tries>(() => readItem<KioskSetUp>('kiosk') ?? setUp)
  const [now, setNow] = useState(Date.now)
  useTimer(500, () => setNow(Date.now()), { isRepeated: true })

  const check = async (typed: string) => {
    const isRight = await checkPin(typed, setUp.pin)
    const wrong = isRight ? 0 : tries.wrong + 1
    const next = { wrong, until: isRight ? 0 : Date.now() + waitAfter(wrong) }
    saveItem('kiosk', { ...setUp, ...next })
    setNow(Date.now())
    setTries(next)
    return isRight
  }
  return [Math.ceil(waitLeft(tries, now) / 1000), tries.wrong, check] as const
}
