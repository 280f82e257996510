import { lazy, Suspense } from 'react'
import type { Evidence } from '../../lib/figures/figure'

const Line = lazy(() =>
  import('./evidence-line').then(parts => parts.loadEvidenceLine()).catch(() => ({ default: () => null })),
)

type Props = { figure: Partial<Evidence>; hasWay?: boolean }

/** What a figure counts, in a sentence; hasWay: and how an office comes to a proven one. It comes after the figure. */
export const EvidenceNote = ({ figure: { evidence, n_proven, n_published }, hasWay = false }: Props) =>
  (evidence === 'visit' || evidence === 'all') && (
    <Suspense>
      <Line isProven={evidence === 'visit'} proven={n_proven ?? 0} published={n_published ?? 0} hasWay={hasWay} />
    </Suspense>
  )
