import type { ReactNode } from 'react'
import styles from './face.module.css'

export const scores = [1, 2, 3, 4, 5] as const
export type FaceScore = (typeof scores)[number]

// Colours and sizes are attributes first, which any style overrides: without its styles a drawing would be black and fill
// the page.
const ink = '#0b3a37'
const stroke = { fill: 'none', stroke: ink, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const line = { className: styles.line, strokeWidth: '4', ...stroke }
const brow = { className: styles.brow, strokeWidth: '3.4', ...stroke }
const solid = { className: styles.solid, fill: ink }
const teeth = { className: styles.teeth, fill: '#fffaf0' }

const eyes = (left: number, right: number, height: number) => (
  <>
    <circle {...solid} cx={left} cy={height} r="3.4" />
    <circle {...solid} cx={right} cy={height} r="3.4" />
  </>
)

/** Brows, eyes and mouth differ so much that the five hold at 28 px and in one ink. */
const features: Record<FaceScore, ReactNode> = {
  1: (
    <>
      <path {...brow} d="M14.8 20.6 25.2 24.6M49.2 20.6 38.8 24.6" />
      {eyes(21.7, 42.3, 31)}
      <path
        {...solid}
        d="M32 40.5c6.6 0 12 3.7 13.3 9 .5 2-1.5 3.5-3.3 2.5-2.9-1.6-6.2-2.4-10-2.4s-7.1.8-10 2.4c-1.8 1-3.8-.5-3.3-2.5 1.3-5.3 6.7-9 13.3-9Z"
      />
    </>
  ),
  2: (
    <>
      <path {...brow} d="M14.8 23 24 18.8M49.2 23 40 18.8" />
      {eyes(21.7, 42.3, 30.5)}
      <path {...line} d="M21.5 49c2.6-4.1 6-6 10.5-6s7.9 1.9 10.5 6" />
    </>
  ),
  3: (
    <>
      <path {...brow} d="M16.8 20.5h9M38.2 20.5h9" />
      {eyes(21.5, 42.5, 30)}
      <path {...line} d="M22 46h20" />
    </>
  ),
  4: (
    <>
      <path {...brow} d="M16 20.8c1.4-2 3.3-3 5.6-3s4 .9 5 2.5M48 20.8c-1.4-2-3.3-3-5.6-3s-4 .9-5 2.5" />
      {eyes(21.5, 42.5, 29.5)}
      <path {...line} d="M20 41.5c2.5 5.2 6.5 7.8 12 7.8s9.5-2.6 12-7.8" />
    </>
  ),
  5: (
    <>
      <path
        {...line}
        d="M15 29.5c1.3-4.3 3.5-6.5 6.5-6.5s5.2 2.2 6.5 6.5M36 29.5c1.3-4.3 3.5-6.5 6.5-6.5s5.2 2.2 6.5 6.5"
      />
      <path
        {...solid}
        d="M19.5 38.5h25c1.5 0 2.6 1.3 2.3 2.8C45.3 48.8 39.6 53.5 32 53.5s-13.3-4.7-14.8-12.2c-.3-1.5.8-2.8 2.3-2.8Z"
      />
      <path {...teeth} d="M22.5 41.3h19v1.2c0 1.2-1 2.2-2.2 2.2H24.7c-1.2 0-2.2-1-2.2-2.2Z" />
    </>
  ),
}

/**
 * One of the five faces. All share one colour, so that nobody nearby can see which was tapped. Always shown with its
 * word, and hidden from screen readers.
 */
export function Face({ score }: { score: FaceScore }) {
  return (
    <svg className={styles.face} viewBox="0 0 64 64" width="56" height="56" aria-hidden="true">
      <path
        className={styles.skin}
        fill="#f7c55a"
        d="M32 3.5c16.6 0 29 12.2 29 29.2C61 50.5 49.3 61 32 61S3 50.5 3 32.7C3 15.7 15.4 3.5 32 3.5Z"
      />
      {features[score]}
    </svg>
  )
}
