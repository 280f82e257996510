import { lazy } from 'react'

const evidence = () => import('./trend-section')

// The headline and the verdicts come first; the pictures follow in files of their own.
export const MonthTrend = lazy(() => evidence().then(parts => ({ default: parts.MonthTrend })))
export const TrendSection = lazy(() => evidence().then(parts => ({ default: parts.TrendSection })))
export const Breakdown = lazy(() => import('./breakdown').then(parts => ({ default: parts.Breakdown })))
export const Coverage = lazy(() => import('./coverage').then(parts => ({ default: parts.Coverage })))
export const Source = lazy(() => import('./data-notes').then(parts => ({ default: parts.Source })))
