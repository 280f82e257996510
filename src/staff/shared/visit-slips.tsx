import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { settings } from '../../data/settings'
import type { VisitOrder } from '../../data/visits'
import { paths } from '../../paths'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from './export-buttons'
import { PrintSlips } from './print-slips'
import { type Slip, SlipPage } from './slip-page'
import { useChannelName } from './use-channel-name'
import styles from './visit-slips.module.css'

export type VisitCodes = {
  codes: string[]
  office: string
  procedure: string | null
  channel: VisitOrder['channel']
  expiresOn: string
}

/** 'K7M4Q29XDP' -> 'K7M4Q-29XDP', as people type it. */
const hyphenated = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

/** The slips of codes, to be printed or exported. */
export function useSlips(made: VisitCodes[]): Slip[] {
  const format = useFormats()
  const channelName = useChannelName()
  const { data: allOffices } = useSuspenseQuery(offices)
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const { data: known } = useSuspenseQuery(settings)
  const site = known.public_address ?? window.location.origin
  return made.flatMap(({ codes, office, procedure, channel, expiresOn }) => {
    const place = allOffices.find(({ code }) => code === office)
    const about = {
      office: place?.desk ?? place?.name ?? office,
      procedure: procedures.find(({ code }) => code === procedure)?.name ?? '',
      channel: channelName(channel),
      expires: format.day(expiresOn),
    }
    return codes.map(code => ({ code: hyphenated(code), url: site + paths.visit(code), ...about }))
  })
}

const fileColumns = ['url', 'code', 'office', 'procedure', 'channel', 'expires'] as const

/** Codes that were just made: they are shown this once, as a file for messages and as slips to be cut. */
export function VisitSlips({ made }: { made: VisitCodes[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const slips = useSlips(made)
  const [first] = slips
  const table = () => [
    fileColumns.map(column => t(`visits.file.${column}`)),
    ...slips.map(slip => fileColumns.map(column => slip[column])),
  ]
  if (!first) return null
  return (
    <Section heading={t('visits.made', { n: format.count(slips.length) })}>
      <Banner look="wait" icon="alert">
        <p>
          <b>{t('visits.once')}</b> {t('visits.once_why')}
        </p>
      </Banner>
      <ExportButtons name={t('visits.file.name')} rows={table} />
      <PrintSlips slips={slips} />
      <div className={styles.sample}>
        <SlipPage slips={[first]} />
      </div>
    </Section>
  )
}
