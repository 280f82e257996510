import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { SatisfactionRow } from '../../data/satisfaction'
import type { Settings } from '../../data/settings'
import { answerShares, roundPercent } from '../../lib/figures/figure'
import { Leaning, VerdictSentence } from '../../ui/charts/verdict'
import { Face, scores } from '../../ui/faces/face'
import { Brand } from '../../ui/layout/brand'
import { QrCode } from '../../ui/qr-code'
import { useFormats } from '../../ui/use-formats'
import styles from './sheet.module.css'
import { SheetInterval } from './sheet-interval'

const SheetCheckpoint = lazy(() =>
  import('./sheet-checkpoint').then(parts => parts.loadSheetCheckpoint()).catch(() => ({ default: () => null })),
)

type Props = {
  paper: 'A4' | 'A3'
  name: string
  place: string
  figure: SatisfactionRow | null
  released: string
  rules: Settings
  last: { number: number; hash: string } | null
  address: string
}

/** A name of more characters than this would take a third line. */
const LONG = 64

const plain = (month: string) => `${Number(month.slice(5))}/${month.slice(0, 4)}`

/** A poster for the reception hall: the headline of a place, and how to check it. In millimetres. */
export function Sheet({ paper, name, place, figure, released, rules, last, address }: Props) {
  const { t } = useTranslation('open-data')
  const { t: common } = useTranslation()
  const format = useFormats()
  return (
    <article className={paper === 'A3' ? `${styles.sheet} ${styles.A3}` : styles.sheet} aria-label={t('sheet.title')}>
      <header className={styles.sign} lang="vi">
        <p className={name.length > LONG ? styles.long : undefined}>{name}</p>
        {place !== name && <small>{place}</small>}
      </header>
      <div className={styles.head}>
        <h2>{t('sheet.question')}</h2>
        {figure && (
          <p>{t('sheet.months', { from: plain(figure.first_month ?? ''), to: plain(figure.last_month ?? '') })}</p>
        )}
        {rules.illustrative && <p className={styles.illustrative}>{common('figure.illustrative')}</p>}
      </div>
      {figure ? (
        <Figures figure={figure} target={figure.target_percent} />
      ) : (
        <p className={styles.none}>{t('sheet.none', { n: rules.min_batch })}</p>
      )}
      <div className={styles.check}>
        <QrCode text={address} className={styles.qr} />
        <div>
          <b>{t('sheet.scan')}</b>
          <p className={styles.address}>{address.replace(/^https?:\/\//, '')}</p>
          <p>
            {t('sheet.released', { day: format.day(released) })}
            {figure && ` · ${t('sheet.method', { version: figure.method })}`}
          </p>
          {last && (
            <p className={styles.end}>
              {t('sheet.end', { number: format.count(last.number) })} <code>{last.hash.slice(0, 16)}</code>
            </p>
          )}
        </div>
        <Suspense>
          <SheetCheckpoint />
        </Suspense>
      </div>
      <footer className={styles.foot}>
        <p>{t('sheet.anonymous', { n: rules.min_batch })}</p>
        <Brand />
      </footer>
    </article>
  )
}

function Figures({ figure, target }: { figure: SatisfactionRow; target: number }) {
  const { t } = useTranslation('open-data')
  const { t: common } = useTranslation()
  const format = useFormats()
  const round = (share: number) => roundPercent(share, target)
  const counts = [figure.score_1, figure.score_2, figure.score_3, figure.score_4, figure.score_5]
  const shares = answerShares(counts, round(figure.rate))
  const interval = format.interval(round(figure.low), round(figure.high))
  const kinds = { n: format.count(figure.n_proven ?? 0), all: format.count(figure.n_published ?? 0) }
  return (
    <>
      <div className={`${styles.figure} ${styles[figure.verdict]}`}>
        <p className={styles.rate}>
          {format.tenth(round(figure.rate))}
          <small>%</small>
        </p>
        <div>
          <p className={styles.of}>{common('figure.satisfied_of', { n: format.count(figure.n) })}</p>
          <p className={styles.kinds}>
            {t('interval', { ns: 'embed', interval })} ·{' '}
            {t(figure.evidence === 'visit' ? 'by_code' : 'all', { ns: 'embed', ...kinds })}
          </p>
        </div>
        {/* Across the sheet: the longest one would not fit beside the large figure. */}
        <p className={styles.verdict}>
          <VerdictSentence figure={figure} target={target} />
        </p>
      </div>
      <div className={styles.drawn}>
        <SheetInterval figure={figure} target={target} />
        <Leaning figure={figure} target={target} />
      </div>
      <ul className={styles.answers}>
        {scores.toReversed().map(score => (
          <li key={score} className={score >= 4 ? styles.counted : undefined}>
            <Face score={score} />
            <span>{common(`score.${score}`)}</span>
            <i style={{ inlineSize: `${shares[score - 1] ?? 0}%` }} />
            <b>{format.percent(shares[score - 1] ?? 0)}</b>
            <small>{format.count(counts[score - 1] ?? 0)}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
