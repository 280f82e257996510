import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstLanguage, type Language, languages } from '../../i18n/languages'
import { HOUR } from '../../lib/dates/day'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Icon } from '../../ui/icon'
import { QrCode } from '../../ui/qr-code'
import { useFormats } from '../../ui/use-formats'
import type { PairedDevice } from '../shell/place/paired-device'
import { publicAddress } from './queries'
import { codeShown, stepAt } from './rotating-code'
import styles from './screen.module.css'
import { lastHeard, serverTime } from './server-clock'

type Shown = { code: string | undefined; left: number }

/** The code of now; none while no server has told the time. Looks at the clock once a second: a timer drifts. */
function useCode(device: PairedDevice): Shown {
  const [shown, setShown] = useState<Shown>({ code: undefined, left: 0 })
  useEffect(() => {
    let isOver = false
    let last: number | undefined
    let code: string | undefined
    const look = async () => {
      const now = serverTime()
      if (now === undefined) return
      const { step, left } = stepAt(now, device.step)
      if (step !== last) code = await codeShown(device, step)
      last = step
      if (!isOver) setShown({ code, left: Math.ceil(left / 1000) })
    }
    void look()
    const timer = setInterval(look, 1000)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [device])
  return shown
}

type Props = { code: string; place: string | undefined; device: PairedDevice }

/** The counter's address with a code in it that is another one in a few minutes. Without one it is a poster, and works as one. */
export function CodeScreen({ code, place, device }: Props) {
  const { t } = useTranslation('place')
  const { t: common, i18n } = useTranslation()
  const { data: known } = useQuery(publicAddress)
  const shown = useCode(device)
  const address = `${known?.public_address ?? window.location.origin}${paths.rate(code)}`
  return (
    <main id="main" tabIndex={-1} className={styles.display}>
      <title>{`${t('display.title')} · Hài Lòng`}</title>
      <p className={styles.place} lang="vi">
        {place ? keepNames(place) : common('rate.unnamed', { code })}
      </p>
      <div className={styles.call}>
        <h1>{i18n.getFixedT(firstLanguage)('poster.question')}</h1>
        {(Object.keys(languages) as Language[]).map(language => (
          <p key={language} lang={language}>
            {i18n.getFixedT(language)('poster.how')}
          </p>
        ))}
        <p className={styles.typed}>
          {common('poster.cannot_scan')} <code>{address.replace(/^https?:\/\//, '')}</code>
        </p>
      </div>
      <div className={styles.code}>
        <QrCode
          className={styles.qr}
          text={shown.code ? `${address}?p=${shown.code}` : address}
          label={t('display.qr', { code })}
        />
        <p className={styles.left}>
          {shown.code ? (
            <>
              <progress max={device.step} value={shown.left} aria-hidden="true" />
              {t('display.changes', { n: Math.round(device.step / 60) })}
            </>
          ) : (
            t('display.no_time')
          )}
        </p>
        <Signal />
      </div>
    </main>
  )
}

/** Says since when the server has not been heard: the codes go on, by the clock of this device. */
function Signal() {
  const { t } = useTranslation('place')
  const format = useFormats()
  const heard = lastHeard()
  const now = serverTime()
  if (heard === undefined || now === undefined || now - heard < HOUR / 4) return null
  return (
    <p className={styles.signal} role="status">
      <Icon name="offline" />
      {t('display.no_signal', { time: format.timeOf(heard), day: format.dayOf(heard) })}
    </p>
  )
}
