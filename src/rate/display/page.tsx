import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData, useRouteError } from 'react-router'
import { toProblem } from '../../data/problem'
import { queryClient } from '../../data/query-client'
import { readCode } from '../../data/rating-targets'
import { loadPlaceWords } from '../../i18n/place-words'
import { loadAllLanguages } from '../../i18n/setup'
import { MessagePage } from '../../ui/layout/message-page'
import { targetName } from '../outbox/rating-draft'
import { cacheLoadedFiles, startFullScreen, startWakeLock } from '../shell/device-modes'
import { NoCounter } from '../shell/place/no-counter'
import { type PairedDevice, pairedDevice } from '../shell/place/paired-device'
import { PairingForm } from '../shell/place/pairing-form'
import { displayTarget, heartbeat, publicAddress } from './queries'
import { CodeScreen } from './screen'

export async function loader({ params }: LoaderFunctionArgs) {
  const code = readCode(params.code ?? '', false)
  const [device] = await Promise.all([
    pairedDevice(code, 'display'),
    loadPlaceWords().catch(() => {}), // A display that was switched on without a signal has the words from before, or none.
    loadAllLanguages().catch(() => {}),
    queryClient.prefetchQuery(publicAddress),
  ])
  return { code, device }
}

export function Component() {
  const { code, device } = useLoaderData<typeof loader>()
  return <DisplayAt key={code} code={code} paired={device} />
}

/** A device that was paired shows its code as soon as the page opens: after a power cut at night nobody is there. */
function DisplayAt({ code, paired }: { code: string; paired: PairedDevice | undefined }) {
  const { data: place, error } = useQuery(displayTarget(code))
  const [device, setDevice] = useState(paired)
  const { data: alive } = useQuery(heartbeat(device))
  const isRevoked = device !== undefined && alive?.isPaired === false
  const problem = error && toProblem(error)
  if (place && place.state !== 'open') return <NoCounter problem={{ key: 'counter_retired' }} />
  if (!place && problem?.isFinal) return <NoCounter problem={problem} />
  if (device && !isRevoked) return <Running code={code} place={place && targetName(place)} device={device} />
  return <SetUp code={code} place={place && targetName(place)} isRevoked={isRevoked} onPaired={setDevice} />
}

function Running(props: { code: string; place: string | undefined; device: PairedDevice }) {
  useEffect(() => {
    const ends = [startFullScreen(), startWakeLock()]
    void navigator.storage?.persist?.().catch(() => false)
    cacheLoadedFiles().catch(() => {}) // A full device, or no signal: the next start tries again.
    return () => {
      for (const end of ends) end()
    }
  }, [])
  return <CodeScreen {...props} />
}

type SetUpProps = {
  code: string
  place: string | undefined
  isRevoked: boolean
  onPaired: (device: PairedDevice) => void
}

function SetUp({ code, place, isRevoked, onPaired }: SetUpProps) {
  const { t } = useTranslation('place')
  const { t: common } = useTranslation()
  return (
    <MessagePage title={t('display.setup')} actions={null}>
      <p>{t('display.for', { place: place ?? common('rate.unnamed', { code }) })}</p>
      {isRevoked && <p role="alert">{t('pairing.revoked')}</p>}
      <p>{t('display.what')}</p>
      <PairingForm counter={code} kind="display" onPaired={onPaired} />
    </MessagePage>
  )
}

export function ErrorBoundary() {
  return <NoCounter problem={toProblem(useRouteError())} />
}
