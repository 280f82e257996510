import { lazy } from 'react'

const evidence = () => import('./evidence')

// The headline and the verdicts come first; the pictures follow in a file of their own.
export const MonthTrend = lazy(() => evidence().then(parts => ({ default: parts.MonthTrend })))
export const TrendSection = lazy(() => evidence().then(parts => ({ default: parts.TrendSection })))
export const Breakdown = lazy(() => evidence().then(parts => ({ default: parts.Breakdown })))
