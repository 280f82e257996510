import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { type Counter, counterDevices, officeCounters } from '../../data/counters'
import { type Office, offices } from '../../data/offices'
import { Problem } from '../../data/problem'
import { proceduresOffered } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import { QrCode } from '../../ui/qr-code'
import { OfficePage } from '../shared/office-layout'
import { useOffice } from '../shared/use-office'
import { useRights } from '../shell/use-rights'
import { CounterDevices, deviceKindOf } from './devices'
import styles from './edit-page.module.css'
import { CounterForm } from './form'
import { RetireCounter } from './retire'

export async function loader({ params: { code = '', counter = '' } }: LoaderFunctionArgs) {
  await Promise.all([
    queryClient.fetchQuery(offices),
    queryClient.fetchQuery(settings),
    queryClient.fetchQuery(officeCounters(code)),
    queryClient.fetchQuery(proceduresOffered(code)),
    queryClient.fetchQuery(counterDevices(counter)),
  ])
  return null
}

export function Component() {
  const { t } = useTranslation('staff')
  const { counter: code } = useParams()
  const office = useOffice()
  const { mayAt } = useRights()
  const { data: counters } = useSuspenseQuery(officeCounters(office.code))
  const counter = counters.find(one => one.code === code)
  if (!counter) throw new Problem(404, 'counter_unknown')
  const mayEdit = mayAt('manage_counters', office.code)
  const deviceKind = deviceKindOf(counter)
  return (
    <OfficePage office={office} title={counter.name}>
      <Code office={office} counter={counter} />
      {deviceKind && <CounterDevices key={counter.code} counter={counter} kind={deviceKind} mayEdit={mayEdit} />}
      {mayEdit && !counter.retired_on && (
        <Section heading={t('counters.change')}>
          <CounterForm key={counter.code} office={office} counter={counter} />
        </Section>
      )}
      {!mayEdit && <p className={styles.note}>{t('counters.only_head')}</p>}
      {mayEdit && <RetireCounter key={counter.code} office={office} counter={counter} />}
    </OfficePage>
  )
}

/** The code as it is printed, and the address behind it. */
function Code({ office, counter }: { office: Office; counter: Counter }) {
  const { t } = useTranslation('staff')
  const { data: known } = useSuspenseQuery(settings)
  const path = counter.kind === 'kiosk' ? paths.kiosk(counter.code) : paths.rate(counter.code)
  const address = `${known.public_address ?? window.location.origin}${path}`
  return (
    <div className={styles.code}>
      <QrCode className={styles.qr} text={address} label={t('counters.qr', { code: counter.code })} />
      <div>
        <p className={styles.big}>
          <code>{counter.code}</code>
        </p>
        <p>
          <Link to={path}>{address}</Link>
        </p>
        <p className={styles.note}>{t(`counters.uses.${counter.kind}`)}</p>
        {!counter.retired_on && counter.kind !== 'link' && (
          <ButtonLink to={paths.staffOffice.posters(office.code, counter.code)}>{t('counters.print')}</ButtonLink>
        )}
      </div>
    </div>
  )
}
