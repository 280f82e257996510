import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { offices } from '../../data/offices'
import { officesOffering, type ProcedureWithField, procedureByCode } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { localDay } from '../../lib/dates/day'
import { byName } from '../../lib/text/format'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { DocumentHead } from '../../ui/layout/document-head'
import { Section } from '../../ui/layout/section'
import { Skeleton } from '../../ui/messages/skeleton'
import { useFormats } from '../../ui/use-formats'
import { officeName } from '../shell/office-rows'
import { ProcedureFacts } from '../shell/procedure-facts'
import { ProcedureName, ProcedureOfAddress } from '../shell/procedure-of-address'
import styles from '../shell/public-page.module.css'
import { useChannels } from './channels'
import list from './list-page.module.css'
import { headlineOf, ProcedureSatisfaction } from './procedure-satisfaction'

export async function loader({ params }: LoaderFunctionArgs) {
  const code = params.code ?? ''
  queryClient.prefetchQuery(procedureByCode(code))
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(officesOffering(code))
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(headlineOf(code))
  await loadNamespace('catalogue')
  return null
}

export const Component = () => <ProcedureOfAddress Page={Procedure} />

function Procedure({ procedure }: { procedure: ProcedureWithField }) {
  const { t } = useTranslation('catalogue')
  return (
    <>
      <DocumentHead title={procedure.name} description={t('description')} />
      <nav className={styles.crumbs} aria-label={t('title')}>
        <Link to={paths.procedures()}>{t('back')}</Link>
        {procedure.fields && (
          <Link to={paths.procedures({ field: procedure.field_code })} lang="vi">
            {procedure.fields.name}
          </Link>
        )}
      </nav>
      <ProcedureName name={procedure.name} />
      <Validity procedure={procedure} />
      <ProcedureFacts procedure={procedure} />
      <Offices procedure={procedure} />
      <Section heading={t('satisfied')}>
        <Suspense fallback={<Skeleton />}>
          <ProcedureSatisfaction code={procedure.code} />
        </Suspense>
      </Section>
    </>
  )
}

/** A notice where the law does not know the procedure today. */
function Validity({ procedure: { valid_from, valid_to } }: { procedure: ProcedureWithField }) {
  const { t } = useTranslation('catalogue')
  const format = useFormats()
  const today = localDay()
  if (valid_to !== null && valid_to < today)
    return <p className={styles.notice}>{t('ended', { day: format.day(valid_to) })}</p>
  if (valid_from !== null && valid_from > today)
    return <p className={styles.notice}>{t('not_yet', { day: format.day(valid_from) })}</p>
  return null
}

/** Where it can be handed in today, and how. */
function Offices({ procedure }: { procedure: ProcedureWithField }) {
  const { t } = useTranslation('catalogue')
  const format = useFormats()
  const channelsOf = useChannels(procedure)
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: offering } = useSuspenseQuery(officesOffering(procedure.code))
  const here = offering
    .flatMap(({ office_code, channels }) => {
      const office = officeList.find(({ code, closed_on }) => code === office_code && closed_on === null)
      return office ? [{ office, how: channelsOf(channels) }] : []
    })
    .toSorted((a, b) => byName(officeName(a.office), officeName(b.office)))
  if (here.length === 0) {
    return (
      <Section heading={t('where_none')}>
        <p>{t('where_none_why')}</p>
      </Section>
    )
  }
  return (
    <Section heading={t('where', { n: format.count(here.length) })} rows={here.length}>
      <ul className={list.places} aria-label={t('where_list')}>
        {here.map(({ office, how }) => (
          <li key={office.code}>
            <Link to={paths.officeResults(office.code)} lang="vi">
              {keepNames(officeName(office))}
            </Link>
            <span>{how}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
