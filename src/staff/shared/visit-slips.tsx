import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { settings } from '../../data/settings'
import type { VisitOrder } from '../../data/visits'
import { firstLanguage } from '../../i18n/languages'
import { typedAddress } from '../../lib/text/site-url'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { QrCode } from '../../ui/qr-code'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from './export-buttons'
import { useChannelName } from './use-channel-name'
import styles from './visit-slips.module.css'

export type VisitCodes = {
  codes: string[]
  office: string
  procedure: string | null
  channel: VisitOrder['channel']
  expiresOn: string
}

type Slip = { code: string; url: string; office: string; procedure: string; channel: string; expires: string }

/** 'K7M4Q29XDP' -> 'K7M4Q-29XDP', as people type it. */
const hyphenated = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

function useSlips(made: VisitCodes[]): Slip[] {
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
        <SlipCard slip={first} />
      </div>
    </Section>
  )
}

/** Thousands of slips are drawn only for the printer. */
function PrintSlips({ slips }: { slips: Slip[] }) {
  const { t } = useTranslation('staff')
  const [isPrinting, setIsPrinting] = useState(false)
  const print = () => {
    flushSync(() => setIsPrinting(true))
    window.addEventListener('afterprint', () => setIsPrinting(false), { once: true })
    window.print()
  }
  return (
    <Actions>
      <Button look="quiet" onClick={print}>
        <Icon name="print" /> {t('visits.print')}
      </Button>
      <span>{t('visits.print_hint')}</span>
      {isPrinting &&
        createPortal(
          <div className={styles.sheets}>
            {slips.map(slip => (
              <SlipCard key={slip.code} slip={slip} />
            ))}
          </div>,
          document.body,
        )}
    </Actions>
  )
}

/** In Vietnamese, whatever the person at the desk reads: it is for the citizen. */
function SlipCard({ slip }: { slip: Slip }) {
  const { i18n } = useTranslation('staff')
  const t = i18n.getFixedT(firstLanguage, 'staff', 'slip')
  return (
    <article className={styles.slip} lang="vi">
      <QrCode className={styles.qr} text={slip.url} label={slip.url} />
      <div>
        <p className={styles.office}>{slip.office}</p>
        {slip.procedure && <p className={styles.procedure}>{slip.procedure}</p>}
        <p className={styles.ask}>{t('ask')}</p>
        <p>
          {t('type')} <b>{typedAddress(slip.url)}</b>
        </p>
        <p>{t('foot', { day: slip.expires })}</p>
      </div>
    </article>
  )
}
