import type { ReactNode } from 'react'
import { PosterA4 } from './a4'
import { PosterCard, PosterTent } from './card'
import styles from './sheets.module.css'
import type { Poster } from './texts'

export const posterSizes = ['a4', 'a5', 'a6'] as const
export type PosterSize = (typeof posterSizes)[number]
/** 'own': paper of the poster's size; 'a4': as many as fit on a sheet of A4, to be cut. */
export type Paper = 'own' | 'a4'

const perSheet = { a4: { own: 1, a4: 1 }, a5: { own: 1, a4: 2 }, a6: { own: 1, a4: 4 } }

type Props = {
  posters: Poster[]
  size: PosterSize
  paper: Paper
  isBlack: boolean
  label: (n: number, of: number) => string
}

/** Sheets as the printer will give them: on the screen as large as there is room, on paper in true size. */
export function PosterSheets({ posters, size, paper, isBlack, label }: Props) {
  const sheets = inGroupsOf(posters, perSheet[size][paper])
  const look = [styles.sheet, styles[`${size}_${paper}`], isBlack && styles.black].filter(Boolean).join(' ')
  return (
    <div className={styles.sheets}>
      {sheets.map((group, number) => (
        <section key={number} className={look} aria-label={label(number + 1, sheets.length)}>
          {group.map((poster, place) => (
            <div key={place}>{posterOf(size, poster)}</div>
          ))}
        </section>
      ))}
    </div>
  )
}

function posterOf(size: PosterSize, poster: Poster): ReactNode {
  if (size === 'a4') return <PosterA4 poster={poster} />
  return size === 'a5' ? <PosterTent poster={poster} /> : <PosterCard poster={poster} />
}

function inGroupsOf<Item>(items: Item[], n: number) {
  return Array.from({ length: Math.ceil(items.length / n) }, (_, group) => items.slice(group * n, group * n + n))
}
