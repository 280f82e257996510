import { encode } from 'uqr'

/** White modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET = 4

type Props = {
  text: string
  /** Without one screen readers skip it: the text beside it gives the address. */
  label?: string
  className?: string | undefined
}

/** A QR code that is still read when a quarter of it is scratched or covered. Black on white in every theme. */
export function QrCode({ text, label, className }: Props) {
  const { data, size } = encode(text, { ecc: 'Q', border: QUIET })
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={data.map(barsOf).join('')} fill="#000" />
    </svg>
  )
}

/** Neighbouring dark modules of a row in one piece: fewer seams for a printer to get wrong. */
function barsOf(row: boolean[], y: number) {
  const bars = row
    .map(isDark => (isDark ? '1' : '0'))
    .join('')
    .matchAll(/1+/g)
  return [...bars].map(({ 0: bar, index }) => `M${index} ${y}h${bar.length}v1h-${bar.length}z`).join('')
}
