import { createContext, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../icon'
import styles from './chart-figure.module.css'
import type { Drawing } from './export/chart'

/** The attribution in every exported picture of a page. */
export type ChartOrigin = { place: string; period: string; source: string }

export const ChartOriginContext = createContext<ChartOrigin>({ place: '', period: '', source: '' })

type Props = {
  title: string
  /** The chart's finding, in one sentence; empty if there is none. */
  sentence: string
  /** The number of ratings or dossiers behind the chart, in words. */
  n: string
  /** The period, if it is not that of the page. */
  period?: string
  drawing: Drawing
  /** Under the chart, where that begins with the headline. */
  isSentenceBelow?: boolean
  /** The heading above says the same already: the sentence is then for screen readers, who come to the chart by itself. */
  isSentenceSilent?: boolean
  children: ReactNode
}

/** A chart with its sentence, and the way to take it along as a picture that explains itself. */
export function ChartFigure({ title, sentence, n, period, drawing, children, ...place }: Props) {
  const { isSentenceBelow = false, isSentenceSilent = false } = place
  const { t } = useTranslation()
  const origin = useContext(ChartOriginContext)
  const [failed, setFailed] = useState(false)
  const words = {
    title: origin.place ? `${title}: ${origin.place}` : title,
    subtitle: [period ?? origin.period, n].filter(Boolean).join(' · '),
    source: origin.source,
  }

  // The picture is drawn by a file of its own, which most readers never need.
  const save = async (kind: 'svg' | 'png') => {
    try {
      const { savePicture } = await import('./export/download')
      await savePicture(words, drawing, kind)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }

  const caption = sentence && <figcaption className={isSentenceSilent ? 'vh' : styles.sentence}>{sentence}</figcaption>
  return (
    <figure className={styles.figure} aria-label={title}>
      {!isSentenceBelow && caption}
      {children}
      {isSentenceBelow && caption}
      <p className={styles.tools}>
        <Icon name="download" /> {t('figure.picture')}
        {(['svg', 'png'] as const).map(kind => (
          <button
            key={kind}
            type="button"
            onClick={() => save(kind)}
            aria-label={t(`figure.picture_${kind}`, { title })}
          >
            {kind.toUpperCase()}
          </button>
        ))}
      </p>
      <p role="status" className={failed ? styles.failed : 'vh'}>
        {failed && t('figure.picture_failed')}
      </p>
    </figure>
  )
}
