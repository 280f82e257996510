import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { type Example, goodPractice, type Praise, practiceComparisons, praiseNames } from '../../data/good-practice'
import { offices } from '../../data/offices'
import { fields } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { loadGoodPracticeWords } from '../../i18n/good-practice-words'
import { byName } from '../../lib/text/format'
import { paths } from '../../paths'
import { CopyButton } from '../../ui/forms/copy-button'
import { DocumentHead } from '../../ui/layout/document-head'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import { Empty } from '../../ui/messages/empty'
import { ChoiceFilter } from '../shell/choice-filter'
import { readFilters, useSelection } from '../shell/filter-params'
import { FieldFilter } from '../shell/filters'
import { officeName } from '../shell/office-rows'
import { NothingHere, PublicPage } from '../shell/public-page'
import pageStyles from '../shell/public-page.module.css'
import { copyText } from './copy-text'
import { ImprovementCard } from './improvement'
import styles from './page.module.css'
import { usePracticeWords } from './words'

export async function loader({ request }: LoaderFunctionArgs) {
  const { office, field } = readFilters(new URL(request.url).searchParams)
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(fields)
  queryClient.prefetchQuery(goodPractice({ office, field }))
  queryClient.prefetchQuery(practiceComparisons)
  queryClient.prefetchQuery(praiseNames)
  await loadGoodPracticeWords()
  return null
}

/** What helped, to read and to copy. */
export function Component() {
  return (
    <PublicPage>
      <GoodPractice />
    </PublicPage>
  )
}

function GoodPractice() {
  const { t } = useTranslation('good-practice')
  const { question } = useSelection()
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: fieldList } = useSuspenseQuery(fields)
  const isKnown = (list: { code: string }[], asked: string | undefined) =>
    !asked || list.some(({ code }) => code === asked)
  if (!isKnown(officeList, question.office) || !isKnown(fieldList, question.field)) {
    return <NothingHere title={t('unknown')}>{t('unknown_remedy')}</NothingHere>
  }
  return (
    <>
      <DocumentHead title={t('title')} description={t('description')} />
      <div className={pageStyles.title}>
        <h1>{t('title')}</h1>
      </div>
      <p className={pageStyles.lead}>{t('lead')}</p>
      <Filters />
      <Examples />
      <p className={pageStyles.note}>
        <Link to={paths.method()}>{t('to_method')}</Link> <Link to={paths.data()}>{t('to_data')}</Link>
      </p>
    </>
  )
}

function Filters() {
  const { t } = useTranslation('good-practice')
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
            choices: officeList
              .toSorted((a, b) => byName(officeName(a), officeName(b)))
              .map(place => ({ value: place.code, label: officeName(place) })),
          },
        ]}
      />
      <FieldFilter />
    </search>
  )
}

const isPraise = (example: Example): example is Praise => example.kind === 'praise'

function Examples() {
  const { t, format } = usePracticeWords()
  const { office, field } = useSelection().question
  const { data: examples } = useSuspenseQuery(goodPractice({ office, field }))
  const praise = examples.filter(isPraise)
  const improved = examples.flatMap(example => (isPraise(example) ? [] : [example]))
  const isChosen = Boolean(office || field)
  return (
    <>
      <p className="vh" role="status">
        {t('found', { improved: format.count(improved.length), praise: format.count(praise.length) })}
      </p>
      <Section heading={t('improvements')} lead={<Compared />}>
        {improved.length === 0 && (
          <Empty title={t(isChosen ? 'none_chosen' : 'none')}>{t(isChosen ? 'none_chosen_next' : 'none_next')}</Empty>
        )}
        <div className={styles.examples}>
          {improved.map(one => (
            <ImprovementCard key={`${one.office_code} ${one.quarter}`} improvement={one} />
          ))}
        </div>
      </Section>
      <Section heading={t('praise')} lead={t('praise_lead')}>
        {praise.length === 0 && (
          <Empty title={t('no_praise')}>
            {t(field ? 'no_praise_field' : isChosen ? 'none_chosen_next' : 'no_praise_next')}
          </Empty>
        )}
        <div className={styles.examples}>
          {praise.map(one => (
            <PraiseCard key={one.id} praise={one} />
          ))}
        </div>
      </Section>
    </>
  )
}

/** Of how many offices those are: the more are compared, the more are told to be better by chance. */
function Compared() {
  const { t, format, quarterOf } = usePracticeWords()
  const { data: quarters } = useSuspenseQuery(practiceComparisons)
  const last = quarters[0]
  return (
    <>
      {t('how')}{' '}
      {last
        ? t('compared', {
            quarter: quarterOf(last.quarter),
            compared: format.count(last.compared),
            improved: format.count(last.improved),
          })
        : t('compared_none')}
    </>
  )
}

function PraiseCard({ praise }: { praise: Praise }) {
  const { t, officeOf, quarterOf, addressOf } = usePracticeWords()
  // Not awaited: without a signal there is none, and nothing else is missing.
  const { data: names } = useQuery(praiseNames)
  const name = names?.find(({ id }) => id === praise.id)?.officer_name
  const from = t('from', { office: officeOf(praise.office_code), quarter: quarterOf(praise.quarter) })
  return (
    <article className={styles.example}>
      <blockquote lang="vi" className={styles.praise}>
        {praise.text}
      </blockquote>
      {name && <p lang="vi">{t('officer', { name })}</p>}
      <p className={styles.when} lang="vi">
        {from}
      </p>
      {/* Without the name: a copy outlives the consent. */}
      <CopyButton
        label={t('copy')}
        text={copyText([`“${praise.text}”`, from], t('source'), addressOf(praise.office_code))}
      />
    </article>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
