import { lazy } from 'react'

const trend = () => import('./trend-section')

// The headline and the verdicts come first; the pictures follow in files of their own.
export const LazyMonthTrend = lazy(() => trend().then(parts => parts.loadMonthTrend()))
export const LazyTrendSection = lazy(() => trend().then(parts => parts.loadTrendSection()))
export const LazyBreakdown = lazy(() => import('./breakdown').then(parts => parts.loadBreakdown()))
export const LazyByProcedure = lazy(() => import('./by-procedure').then(parts => ({ default: parts.ByProcedure })))
export const LazyCoverage = lazy(() => import('./coverage').then(parts => parts.loadCoverage()))
export const LazyDataNotes = lazy(() => import('./notes/data-notes').then(parts => parts.loadDataNotes()))
