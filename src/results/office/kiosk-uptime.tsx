import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { kioskUptime } from '../../data/kiosks'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'

/** So many months stand on the page; the open file has all. */
const MONTHS = 6

/** For how much of their opening hours the kiosks of an office could be used. Nothing where no kiosk is paired. */
export function KioskUptime({ office }: { office: string }) {
  const { t } = useTranslation('open-data')
  const format = useFormats()
  const { data } = useSuspenseQuery(kioskUptime(office))
  if (data.length === 0) return null
  return (
    <Section heading={t('uptime.title')} lead={t('uptime.lead')}>
      <ul>
        {data.slice(0, MONTHS).map(({ month, kiosks, open_hours, usable_hours }) => (
          <li key={month}>
            {t('uptime.month', {
              month: format.month(month.slice(0, 7)),
              share: format.percent(usable_hours / open_hours),
              usable: format.count(usable_hours),
              open: format.count(open_hours),
              kiosks: format.count(kiosks),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
