import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { lastBatch } from '../../data/open-data'
import { queryClient } from '../../data/query-client'
import { satisfactionBy } from '../../data/satisfaction'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { localDay } from '../../lib/dates/day'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { SegmentedControl } from '../../ui/forms/segmented-control'
import { Icon } from '../../ui/icon'
import { DocumentHead } from '../../ui/layout/document-head'
import { useFormats } from '../../ui/use-formats'
import { officeName } from '../shell/office-rows'
import { NothingHere, PublicPage } from '../shell/public-page'
import styles from './page.module.css'
import { Sheet } from './sheet'

export async function loader(_: LoaderFunctionArgs) {
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(lastBatch)
  await Promise.all([loadNamespace('open-data'), loadNamespace('embed')])
  return null
}

/** Everything but the sheet itself is for the screen. */
export function Component() {
  return (
    <div className={styles.frame}>
      <PublicPage>
        <SheetByCode />
      </PublicPage>
    </div>
  )
}

function SheetByCode() {
  const { t } = useTranslation()
  const { code } = useParams()
  const { data: officeList } = useSuspenseQuery(offices)
  const office = officeList.find(place => place.code === code)
  if (!office) return <NothingHere title={t('office.unknown')}>{t('office.unknown_remedy', { code })}</NothingHere>
  const parent = officeList.find(place => place.code === office.parent_code)
  return <PrintedSheet office={office} {...(parent && { parent })} />
}

const PAPERS = ['A4', 'A3'] as const

/** The paper that the browser prints on. A rule and not a style element, which the page's policy would forbid. */
function usePaper(paper: string) {
  useEffect(() => {
    const [sheet] = document.styleSheets
    if (!sheet) return
    const place = sheet.insertRule(`@page { size: ${paper} portrait; margin: 0 }`, sheet.cssRules.length)
    return () => sheet.deleteRule(place)
  }, [paper])
}

function PrintedSheet({ office, parent }: { office: Office; parent?: Office }) {
  const { t } = useTranslation('open-data')
  const format = useFormats()
  const [paper, setPaper] = useState<string>('A4')
  usePaper(paper)
  const { data: rules } = useSuspenseQuery(settings)
  const released = rules.last_release_on ?? localDay()
  const [{ data: rows }, { data: last }] = useSuspenseQueries({
    queries: [satisfactionBy('all', { office: office.code, headline: true }), lastBatch],
  })
  const name = officeName(office)
  return (
    <>
      <DocumentHead title={`${t('sheet.title')}: ${name}`} description={t('title', { ns: 'embed' })} />
      <div className={styles.tools}>
        <h1>
          {t('sheet.title')}: <span lang="vi">{name}</span>
        </h1>
        <p>{t('sheet.renew', { day: format.day(released) })}</p>
        <fieldset>
          <legend>{t('sheet.size')}</legend>
          <SegmentedControl name="paper" items={PAPERS} chosen={paper} onChoose={setPaper}>
            {item => item}
          </SegmentedControl>
        </fieldset>
        <Button onClick={() => window.print()}>
          <Icon name="print" /> {t('sheet.print')}
        </Button>
      </div>
      <Sheet
        paper={paper === 'A3' ? 'A3' : 'A4'}
        name={name}
        place={parent?.name ?? office.name}
        figure={rows[0] ?? null}
        released={released}
        rules={rules}
        last={last}
        address={new URL(paths.officeResults(office.code), window.location.origin).href}
      />
    </>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
