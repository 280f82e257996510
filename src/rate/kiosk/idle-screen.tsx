import { useQuery } from '@tanstack/react-query'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agencyLogo } from '../../data/logo'
import type { RatingTarget } from '../../data/rating-targets'
import { firstLanguage, type Language, languages } from '../../i18n/languages'
import { roundPercent } from '../../lib/figures/figure'
import { plotScale } from '../../lib/figures/plot-scale'
import { EvidenceNote } from '../../ui/charts/evidence'
import { Axis, gridClass, Interval, scaleStyle } from '../../ui/charts/interval'
import { RateFigure } from '../../ui/charts/rate-figure'
import { VerdictLine } from '../../ui/charts/verdict'
import { Face, scores } from '../../ui/faces/face'
import { focusHeadingOnMount } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import { Logo } from '../../ui/layout/brand'
import { IllustrativeNotice } from '../../ui/messages/illustrative-notice'
import { useFormats } from '../../ui/use-formats'
import { KioskHeader } from './header'
import styles from './idle-screen.module.css'
import { allLanguages, type OfficeFigure as Known, type Published, published } from './queries'
import { LANGUAGE_TURN } from './timing'
import { useTimer } from './use-timer'

/** On a smile, in percent of the width and the height, each turned a little. */
const smile = [
  { x: 9, y: 37, turn: -14 },
  { x: 28, y: 68, turn: -7 },
  { x: 50, y: 79, turn: 0 },
  { x: 72, y: 68, turn: 7 },
  { x: 91, y: 37, turn: 14 },
] as const

type Props = { place: RatingTarget | undefined; code: string; onTouch: () => void }

/** Nobody is here: an invitation, and what is published about this office. */
export function IdleScreen({ place, code, onTouch }: Props) {
  const { t } = useTranslation()
  const { data, isError } = useQuery(published(place?.office.code))
  return (
    <div className={styles.idle}>
      <header className={styles.top}>
        <KioskHeader place={place} code={code} />
        {data && <WhoseOffice {...data} />}
        <p className={styles.brand}>
          <Logo />
          Hài Lòng
        </p>
      </header>
      <div className={styles.smile}>
        {scores.map(score => (
          <span key={score} className={styles.face} style={facePosition(score)}>
            <Face score={score} />
          </span>
        ))}
        <Invitation />
      </div>
      {data?.illustrative && <IllustrativeNotice />}
      <section className={styles.published} aria-label={t('kiosk.published')}>
        {data?.figure ? <OfficeFigure {...data} figure={data.figure} /> : <NoFigure known={data} isError={isError} />}
      </section>
      <button type="button" className={styles.touch} aria-label={t('kiosk.touch')} onClick={onTouch} />
    </div>
  )
}

/** In each language in turn: who reads another one than the first must not have to guess what the screen is for. */
function Invitation() {
  const { i18n } = useTranslation()
  const { data: areLoaded = false } = useQuery(allLanguages)
  const [turn, setTurn] = useState(0)
  useTimer(LANGUAGE_TURN, () => setTurn(turn + 1), { when: areLoaded, isRepeated: true })
  const spoken = Object.keys(languages) as Language[]
  const language = spoken[turn % spoken.length] ?? firstLanguage
  const t = i18n.getFixedT(language)
  return (
    <div className={styles.call} lang={language}>
      <h1 tabIndex={-1} ref={focusHeadingOnMount}>
        {t('kiosk.finished')}
      </h1>
      <p className={styles.invites} aria-hidden="true">
        <Icon name="hand" />
        {t('kiosk.touch')}
      </p>
    </div>
  )
}

function WhoseOffice({ agency_name: name, logo }: Published) {
  const { data: picture } = useQuery({ ...agencyLogo(logo ?? ''), enabled: Boolean(logo) })
  if (!name && !picture) return null
  return (
    <span className={styles.agency} lang="vi">
      {name}
      {picture && <img src={picture} alt={name ? '' : 'Logo'} />}
    </span>
  )
}

const facePosition = (score: (typeof scores)[number]) => {
  const { x, y, turn } = smile[score - 1] ?? smile[0]
  return { '--x': x, '--y': y, '--turn': `${turn}deg`, '--i': score - 1 } as CSSProperties
}

/** Rate, interval, n, period, day and target: never one without the others. */
function OfficeFigure({ figure, months, released_on, target_percent: target }: Published & { figure: Known }) {
  const { t } = useTranslation()
  const format = useFormats()
  const round = (share: number) => roundPercent(share, target)
  const month = (known: string | undefined) => (known ? format.month(known) : '')
  const scale = plotScale([figure], target)
  return (
    <>
      <p className={styles.rate}>
        <RateFigure figure={figure} target={target} />
      </p>
      <div>
        <p className={styles.whose}>{t('kiosk.satisfied_here')}</p>
        <p>
          {t('kiosk.figure', {
            period: t('figure.period_with_days', {
              period: t('figure.last_12_months'),
              from: month(months?.first),
              to: month(months?.last),
            }),
            n: format.count(figure.n),
            interval: format.interval(round(figure.low), round(figure.high)),
          })}{' '}
          {released_on && t('kiosk.released', { day: format.day(released_on) })}
        </p>
        <p>
          <VerdictLine figure={figure} target={target} />
          <EvidenceNote figure={figure} />
        </p>
      </div>
      <div className={styles.plot} style={scaleStyle(scale, target)} aria-hidden="true">
        <div className={`${styles.line} ${gridClass}`}>
          <Interval figure={figure} scale={scale} large />
        </div>
        <Axis scale={scale} target={target} />
      </div>
    </>
  )
}

function NoFigure({ known, isError }: { known: Published | undefined; isError: boolean }) {
  const { t } = useTranslation()
  // Not known yet: the place of the figure stays empty for a moment.
  if (!known && !isError) return <p>&nbsp;</p>
  return <p className={styles.none}>{known ? t('kiosk.nothing_yet', { n: known.min_batch }) : t('kiosk.not_loaded')}</p>
}
