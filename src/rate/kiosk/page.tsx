import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData, useRouteError } from 'react-router'
import { toProblem } from '../../data/problem'
import { type RatingTarget, readCode } from '../../data/rating-targets'
import { loadEvidenceWordsOfAllLanguages } from '../../i18n/evidence-words'
import { loadPlaceWords } from '../../i18n/place-words'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { MessagePage } from '../../ui/layout/message-page'
import { outbox } from '../outbox/page-outbox'
import { targetName } from '../outbox/rating-draft'
import { NoCounter } from '../shell/place/no-counter'
import { type PairedDevice, pairedDevice } from '../shell/place/paired-device'
import { readSetup } from './device'
import { KioskPairing } from './pairing'
import { heartbeat, kioskTarget } from './queries'
import { Kiosk } from './screens'
import { KioskSetup } from './setup'
import { KioskState } from './status'

export async function loader({ params }: LoaderFunctionArgs) {
  const code = readCode(params.code ?? '', false)
  // A kiosk that is switched on without a signal must not wait for words that only its officers read.
  const words = loadPlaceWords().catch(() => {})
  // At once in every language: what is loaded and kept for one person would show the next one their language.
  void loadEvidenceWordsOfAllLanguages().catch(() => {})
  const [device] = await Promise.all([pairedDevice(code, 'kiosk'), outbox.ready, readSetup(code) ? undefined : words])
  return { code, device }
}

export function Component() {
  const { code, device } = useLoaderData<typeof loader>()
  return <KioskAt key={code} code={code} paired={device} />
}

/** A device that was set up is a kiosk again as soon as the page opens: after a power cut at night nobody is there. */
function KioskAt({ code, paired }: { code: string; paired: PairedDevice | undefined }) {
  const { data: place, error } = useQuery(kioskTarget(code))
  const [device, setDevice] = useState(paired)
  const [setUp, setSetUp] = useState(() => readSetup(code))
  const [isRunning, setIsRunning] = useState(setUp !== undefined)
  const { data: alive } = useQuery(heartbeat(device, isRunning))
  const isRevoked = device !== undefined && alive?.isPaired === false
  const problem = error && toProblem(error)
  if (place && place.state !== 'open') return <Retired place={place} />
  if (!place && problem?.isFinal) return <NoCounter problem={problem} />
  if (setUp && isRunning) {
    const trusted = isRevoked ? undefined : device
    return <Kiosk code={code} place={place} setUp={setUp} device={trusted} onLeave={() => setIsRunning(false)} />
  }
  const start = (made: typeof setUp) => {
    setSetUp(made)
    setIsRunning(true)
  }
  return (
    <KioskSetup code={code} place={place} setUp={setUp} onStart={start}>
      <KioskPairing code={code} device={device} isRevoked={isRevoked} onPaired={setDevice} />
    </KioskSetup>
  )
}

/** A retired kiosk sends what waits and takes nothing new. */
function Retired({ place: { successor, ...place } }: { place: RatingTarget }) {
  const { t } = useTranslation()
  const next = successor?.counter
  return (
    <MessagePage
      title={t('kiosk.retired.title')}
      actions={next && <ButtonLink to={paths.kiosk(next)}>{t('kiosk.retired.open', { code: next })}</ButtonLink>}
    >
      <p>{t('rate.retired.was', { place: targetName({ successor, ...place }) })}</p>
      <p>{t(next ? 'kiosk.retired.has_next' : 'kiosk.retired.has_none')}</p>
      {!next && (
        <ul>
          {successor?.offices.map(({ code, name }) => (
            <li key={code} lang="vi">
              {name}
            </li>
          ))}
        </ul>
      )}
      <KioskState />
    </MessagePage>
  )
}

export function ErrorBoundary() {
  return <NoCounter problem={toProblem(useRouteError())} />
}
