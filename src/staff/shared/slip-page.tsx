import type { TFunction } from 'i18next'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { firstLanguage } from '../../i18n/languages'
import { typedAddress } from '../../lib/text/site-url'
import { QrCode } from '../../ui/qr-code'
import styles from './visit-slips.module.css'

export type Slip = { code: string; url: string; office: string; procedure: string; channel: string; expires: string }

/** As many as fit on a sheet of A4. */
export const slipsOnPage = 12

/** One sheet. Drawn once for the same slips: the sheets before it stay as they are while the next ones are added. */
export const SlipPage = memo(function SlipPage({ slips }: { slips: Slip[] }) {
  const { i18n } = useTranslation('staff')
  // In Vietnamese, whatever the person at the desk reads: it is for the citizen.
  const t = i18n.getFixedT(firstLanguage, 'staff', 'slip')
  return (
    <div className={styles.page} lang="vi">
      {slips.map(slip => (
        <SlipCard key={slip.code} slip={slip} t={t} />
      ))}
    </div>
  )
})

function SlipCard({ slip, t }: { slip: Slip; t: TFunction<'staff', 'slip'> }) {
  return (
    <article className={styles.slip}>
      <QrCode className={styles.qr} text={slip.url} label={slip.url} />
      <div>
        <p className={styles.office}>{slip.office}</p>
        {slip.procedure && <p className={styles.procedure}>{slip.procedure}</p>}
        <p className={styles.ask}>{t('ask')}</p>
        <p>
          {t('type')} <b>{typedAddress(slip.url)}</b>
        </p>
        <p>{t('foot', { day: slip.expires })}</p>
      </div>
    </article>
  )
}
