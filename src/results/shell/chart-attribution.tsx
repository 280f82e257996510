import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { settings } from '../../data/settings'
import { ChartOriginContext } from '../../ui/charts/chart-figure'
import { useFormats } from '../../ui/use-formats'

/** Gives every chart below it the attribution of its exported picture: place, period and source. */
export function ChartAttribution({ place, period, children }: { place: string; period: string; children: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data: rules } = useSuspenseQuery(settings)
  const values = {
    site: globalThis.location.host,
    day: rules.last_release_on === null ? '' : format.day(rules.last_release_on),
  }
  const source = t(rules.illustrative ? 'figure.source_illustrative' : 'figure.source_line', values)
  return <ChartOriginContext value={{ place, period, source }}>{children}</ChartOriginContext>
}
