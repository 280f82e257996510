import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useNavigationType, useSearchParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { fields, type ListedProcedure, procedureList, proceduresOffered } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { localDay } from '../../lib/dates/day'
import { byName } from '../../lib/text/format'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { DocumentHead } from '../../ui/layout/document-head'
import links from '../../ui/link-list.module.css'
import { SearchList } from '../../ui/search/search-list'
import { useFormats } from '../../ui/use-formats'
import { useOnChange } from '../../ui/use-on-change'
import { ChoiceFilter } from '../shell/choice-filter'
import { readFilters, useSelection } from '../shell/filter-params'
import { FieldFilter } from '../shell/filters'
import { officeName, serving } from '../shell/office-rows'
import { PublicPage } from '../shell/public-page'
import shared from '../shell/public-page.module.css'
import styles from './list-page.module.css'
import { ProcedureGroups } from './procedure-groups'

/** More names than anybody reads through: the fields are listed instead, and a field's own are one step away. */
const MANY = 150

export async function loader({ request }: LoaderFunctionArgs) {
  const { office } = readFilters(new URL(request.url).searchParams)
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(fields)
  queryClient.prefetchQuery(procedureList)
  if (office) queryClient.prefetchQuery(proceduresOffered(office))
  await loadNamespace('catalogue')
  return null
}

export function Component() {
  const { t } = useTranslation('catalogue')
  return (
    <PublicPage title={<h1 className={shared.name}>{t('title')}</h1>}>
      <Catalogue />
    </PublicPage>
  )
}

function Catalogue() {
  const { office } = useSelection().question
  return office ? <OfOffice code={office} /> : <Listed />
}

/** What one office offers today. */
function OfOffice({ code }: { code: string }) {
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: offered } = useSuspenseQuery(proceduresOffered(code))
  const office = officeList.find(place => place.code === code)
  return <Listed {...(office && { office })} offered={new Set(offered.map(({ procedures }) => procedures.code))} />
}

type Props = { office?: Office; offered?: Set<string> }

/** Those that are valid today, of the field that is chosen. */
function useListed(offered: Set<string> | undefined) {
  const { field } = useSelection().question
  const { data: procedures } = useSuspenseQuery(procedureList)
  const today = localDay()
  return procedures
    .filter(({ valid_to }) => valid_to === null || valid_to >= today)
    .filter(({ code }) => !offered || offered.has(code))
    .filter(({ field_code }) => !field || field_code === field)
    .toSorted((a, b) => byName(a.name, b.name))
}

function Listed({ office, offered }: Props) {
  const { t } = useTranslation('catalogue')
  const format = useFormats()
  const listed = useListed(offered)
  const used = new Set(listed.map(({ field_code }) => field_code))
  const isLong = listed.length > MANY
  const typed = useTyped()
  return (
    <>
      <DocumentHead title={t('title')} description={t('description')} />
      <h1 className={shared.name}>{t('title')}</h1>
      <p className={shared.lead}>
        {office
          ? t('lead_office', { office: officeName(office), n: format.count(listed.length) })
          : t('lead', { n: format.count(listed.length), fields: format.count(used.size) })}
      </p>
      <CatalogueFilters />
      {office && listed.length > 0 && (
        <p className={styles.notice}>
          <ButtonLink look="quiet" to={paths.officeNotice(office.code)}>
            <Icon name="print" /> {t('notice')}
          </ButtonLink>
        </p>
      )}
      {listed.length === 0 ? (
        <NothingListed />
      ) : (
        <SearchList label={t('search')} items={listed} textOf={({ name, code }) => `${name} ${code}`} typed={typed}>
          {(found, isSearched) =>
            isLong && !isSearched ? <FieldLinks listed={listed} /> : <ProcedureGroups procedures={found} />
          }
        </SearchList>
      )}
    </>
  )
}

/**
 * What is typed, in the address too: whoever comes back from a procedure finds the list as it was. A letter more is no step of
 * its own. The field does not wait for the address, or it would lose letters that are typed fast.
 */
function useTyped(): [string, (typed: string) => void] {
  const [params, setParams] = useSearchParams()
  const isBack = useNavigationType() === 'POP'
  const kept = params.get('q') ?? ''
  const [typed, setTyped] = useState(kept)
  useOnChange(kept, () => isBack && setTyped(kept))
  const change = (text: string) => {
    setTyped(text)
    setParams(
      before => {
        if (text) before.set('q', text)
        else before.delete('q')
        return before
      },
      { replace: true, preventScrollReset: true },
    )
  }
  return [typed, change]
}

/** The office and the field, as the address holds them. */
function CatalogueFilters() {
  const { t } = useTranslation('catalogue')
  const { t: common } = useTranslation()
  const { data: officeList } = useSuspenseQuery(offices)
  return (
    <search className={styles.filters} aria-label={t('filters')}>
      <ChoiceFilter
        name="office"
        label={common('office.office')}
        all={common('figure.all_offices')}
        groups={[
          {
            choices: serving(officeList)
              .toSorted((a, b) => byName(officeName(a), officeName(b)))
              .map(place => ({ value: place.code, label: officeName(place) })),
          },
        ]}
      />
      <FieldFilter />
    </search>
  )
}

/** The fields and how many procedures each has. */
function FieldLinks({ listed }: { listed: ListedProcedure[] }) {
  const { t } = useTranslation('catalogue')
  const format = useFormats()
  const { question } = useSelection()
  const { data: allFields } = useSuspenseQuery(fields)
  const counts = new Map<string, number>()
  for (const { field_code } of listed) counts.set(field_code, (counts.get(field_code) ?? 0) + 1)
  return (
    <ul className={links.links}>
      {allFields
        .filter(({ code }) => counts.has(code))
        .toSorted((a, b) => byName(a.name, b.name))
        .map(({ code, name }) => (
          <li key={code}>
            <Link to={paths.procedures({ ...(question.office && { office: question.office }), field: code })}>
              <span>
                <span lang="vi">{name}</span>
                <small>{t('count', { n: format.count(counts.get(code) ?? 0) })}</small>
              </span>
              <Icon name="right" />
            </Link>
          </li>
        ))}
    </ul>
  )
}

function NothingListed() {
  const { t } = useTranslation('catalogue')
  return (
    <div className={shared.empty}>
      <b>{t('none')}</b>
      <p>{t('none_remedy')}</p>
      <ButtonLink look="quiet" to={paths.procedures()}>
        {t('show_all')}
      </ButtonLink>
    </div>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
