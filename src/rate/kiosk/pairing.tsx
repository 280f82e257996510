import { useTranslation } from 'react-i18next'
import type { PairedDevice } from '../shell/place/paired-device'
import { PairingForm } from '../shell/place/pairing-form'

type Props = {
  code: string
  device: PairedDevice | undefined
  isRevoked: boolean
  onPaired: (device: PairedDevice) => void
}

/** Whether this device is known to stand at the counter. One that is not takes ratings all the same, as any phone does. */
export function KioskPairing({ code, device, isRevoked, onPaired }: Props) {
  const { t } = useTranslation('place')
  if (device && !isRevoked) {
    return (
      <>
        <p>{t('pairing.paired')}</p>
        {'plain' in device.key && <p>{t('pairing.plain_key')}</p>}
      </>
    )
  }
  return (
    <section aria-label={t('pairing.title')}>
      <p>{t(isRevoked ? 'pairing.revoked' : 'pairing.not_paired')}</p>
      <PairingForm counter={code} kind="kiosk" onPaired={onPaired} />
    </section>
  )
}
