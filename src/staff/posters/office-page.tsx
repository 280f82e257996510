import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { type Counter, officeCounters } from '../../data/counters'
import { agencyLogo } from '../../data/logo'
import { type Office, offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { type Language, languages } from '../../i18n/languages'
import { isOnThisMachine, typedAddress } from '../../lib/text/site-url'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Banner } from '../../ui/messages/banner'
import { OfficePage } from '../shared/office-layout'
import { rememberPrinting } from '../shared/print-history'
import { useOffice } from '../shared/use-office'
import { countersToPrint, type PosterChoices, usePosterChoices } from './choices'
import { PosterForm } from './form'
import styles from './office-page.module.css'
import { PosterSheets } from './sheets'
import { loadPosterTexts, type Poster, posterTexts } from './texts'

export async function loader({ params }: LoaderFunctionArgs) {
  await Promise.all([
    loadPosterTexts(),
    queryClient.fetchQuery(offices),
    queryClient.fetchQuery(settings).then(({ logo }) => logo && queryClient.ensureQueryData(agencyLogo(logo))),
    queryClient.fetchQuery(officeCounters(params.code)),
  ])
  return null
}

export function Component() {
  const { t } = useTranslation('staff')
  const office = useOffice()
  const { data: counters } = useSuspenseQuery(officeCounters(office.code))
  const { data: known } = useSuspenseQuery(settings)
  const { data: logo = null } = useQuery({ ...agencyLogo(known.logo ?? ''), enabled: known.logo !== null })
  const agency = { name: known.agency_name, logo }
  const choices = usePosterChoices(known.public_address)
  const chosen = countersToPrint(counters, choices.counter)
  const usualAddress = known.public_address ?? window.location.origin
  const posters = choices.address ? chosen.flatMap(counter => postersOf(counter, office, agency, choices)) : []
  return (
    <OfficePage office={office} title={t('posters.title')}>
      <div className={styles.screen}>
        <PosterForm choices={choices} counters={counters} usualAddress={usualAddress} />
        {choices.address && isOnThisMachine(choices.address) && (
          <Banner look="alert" icon="alert">
            <p>
              <b>{t('posters.this_machine')}</b> {t('posters.this_machine_remedy')}
            </p>
          </Banner>
        )}
        {chosen.some(({ retired_on }) => retired_on) && (
          <Banner look="alert" icon="alert">
            <p>
              <b>{t('posters.is_retired')}</b> {t('posters.is_retired_remedy')}
            </p>
          </Banner>
        )}
        {posters.length > 0 && (
          <p className={styles.actions}>
            <Button
              onClick={() => {
                rememberPrinting(office.code)
                window.print()
              }}
            >
              <Icon name="print" /> {t('posters.print')}
            </Button>
            <span>{t('posters.print_hint')}</span>
          </p>
        )}
        {chosen.length === 0 && (
          <p className={styles.actions}>
            <span>{t('posters.none')}</span>
            <ButtonLink to={paths.staffOffice.counters(office.code)}>{t('posters.to_counters')}</ButtonLink>
          </p>
        )}
      </div>
      <PosterSheets
        posters={posters}
        size={choices.size}
        paper={choices.paper}
        isBlack={choices.isBlack}
        label={(n, of) => t('posters.sheet', { n, of })}
      />
    </OfficePage>
  )
}

function postersOf(
  counter: Counter,
  office: Office,
  agency: Poster['agency'],
  { address, language, copies }: PosterChoices,
): Poster[] {
  const url = `${address}${paths.rate(counter.code)}`
  const others = (Object.keys(languages) as Language[]).filter(other => other !== language)
  const poster = {
    office: office.desk ?? office.name,
    number: counter.number,
    counter: counter.name,
    hotline: office.hotline,
    agency,
    address: url,
    typed: typedAddress(url),
    words: posterTexts(language),
    others: others.map(posterTexts),
  }
  return Array.from({ length: copies }, () => poster)
}
