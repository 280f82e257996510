import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { settings } from '../../data/settings'
import { ChartOriginContext } from '../../ui/charts/chart-figure'
import { useFormats } from '../../ui/use-formats'

/** Gives every chart below it what its picture has to say when it stands alone: whose figures, of when, and from where. */
export function ChartAttribution({ place, period, children }: { place: string; period: string; children: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { data: rules } = useSuspenseQuery(settings)
  const said = {
    site: globalThis.location.host,
    day: rules.last_release_on === null ? '' : format.day(rules.last_release_on),
  }
  const source = t(rules.illustrative ? 'figure.source_illustrative' : 'figure.source_line', said)
  return <ChartOriginContext value={{ place, period, source }}>{children}</ChartOriginContext>
}
