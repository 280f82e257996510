import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate, useSearchParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { parIndex, parMeans, planFigures, planIndicators, planTargetChanges } from '../../data/plan'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { localDay } from '../../lib/dates/day'
import {
  figureIn,
  lastDayOf,
  type PlanFigure,
  quarterOfDay,
  quartersWith,
  quarterToShow,
  targetOn,
} from '../../lib/figures/plan'
import { byName } from '../../lib/text/format'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { DocumentHead } from '../../ui/layout/document-head'
import { NothingHere, PublicPage } from '../shell/public-page'
import pageStyles from '../shell/public-page.module.css'
import { Goals } from './goals'
import styles from './page.module.css'
import { ParSection } from './par-section'
import { usePlanPeriods } from './periods'
import { TargetChanges } from './target-changes'

export async function loader({ request }: LoaderFunctionArgs) {
  const office = new URL(request.url).searchParams.get('office') ?? undefined
  queryClient.prefetchQuery(planFigures(office))
  queryClient.prefetchQuery(planIndicators)
  queryClient.prefetchQuery(planTargetChanges)
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(parIndex)
  queryClient.prefetchQuery(parMeans)
  await loadNamespace('plan')
  return null
}

/** Where the reform plan stands, and the index of administrative reform. */
export function Component() {
  return (
    <PublicPage>
      <Plan />
    </PublicPage>
  )
}

function Plan() {
  const { t } = useTranslation('plan')
  const [query] = useSearchParams()
  const { data: officeList } = useSuspenseQuery(offices)
  const code = query.get('office')
  const office = officeList.find(one => one.code === code)
  if (code && !office) {
    return <NothingHere title={t('office.unknown')}>{t('office.unknown_remedy', { code })}</NothingHere>
  }
  return <PlanOf key={code} office={office} officeList={officeList} />
}

function PlanOf({ office, officeList }: { office: Office | undefined; officeList: Office[] }) {
  const { t } = useTranslation('plan')
  const [query] = useSearchParams()
  const { quarterName } = usePlanPeriods()
  const { data: figures } = useSuspenseQuery(planFigures(office?.code))
  const { data: written } = useSuspenseQuery(planIndicators)
  const { data: changes } = useSuspenseQuery(planTargetChanges)
  const today = localDay()
  const lastDay = office?.closed_on && office.closed_on < today ? office.closed_on : today
  const quarters = quartersWith(figures, lastDay)
  const quarter = quarters.find(one => one === query.get('quarter')) ?? quarterToShow(figures, today, lastDay)
  const place = office?.name ?? t('whole')
  const day = lastDayOf(quarter, today)
  // A figure is held against the target that it came with; without one, against that of the quarter's last day.
  const indicators = written.map(indicator => ({
    ...indicator,
    target:
      figureIn(figures, indicator.code, quarter)?.target ?? targetOn(indicator.code, indicator.target, changes, day),
  }))
  return (
    <>
      <DocumentHead title={t('title')} description={t('description')} />
      <div className={pageStyles.title}>
        <h1>{t('heading')}</h1>
      </div>
      <p className={pageStyles.lead}>{t('lead', { n: indicators.length })}</p>
      <Choices office={office} officeList={officeList} quarter={quarter} quarters={quarters} />
      <Score figures={indicators.map(({ code }) => figureIn(figures, code, quarter))} />
      <Goals
        indicators={indicators}
        figures={figures}
        quarter={quarter}
        caption={t('caption', { place, quarter: quarterName(quarter) })}
      />
      <TargetChanges changes={changes} indicators={written} quarter={quarter} />
      <ParSection office={office} officeList={officeList} />
      <p className={pageStyles.note}>
        <ButtonLink look="quiet" to={paths.goodPractice(office && { office: office.code })}>
          {t('good_practice')}
        </ButtonLink>
      </p>
    </>
  )
}

/** How many targets are met; those of which nothing is known, or nothing sure, are said beside it. */
function Score({ figures }: { figures: (PlanFigure | undefined)[] }) {
  const { t } = useTranslation('plan')
  const count = (verdict: PlanFigure['verdict'] | undefined) => figures.filter(one => one?.verdict === verdict).length
  const notes = [
    count('undecided') > 0 && t('undecided', { n: count('undecided') }),
    count(undefined) > 0 && t('unknown', { n: count(undefined) }),
  ].filter(Boolean)
  return (
    <p className={styles.score}>
      <b>{t('met', { met: count('met'), of: figures.length })}</b> <span>{t('met_words')}</span>
      {notes.length > 0 && <small>{notes.join(' · ')}</small>}
    </p>
  )
}

type ChoicesProps = { office: Office | undefined; officeList: Office[]; quarter: string; quarters: string[] }

function Choices({ office, officeList, quarter, quarters }: ChoicesProps) {
  const { t } = useTranslation('plan')
  const navigate = useNavigate()
  const { quarterName } = usePlanPeriods()
  const today = localDay()
  const isClosed = ({ closed_on }: Office) => closed_on !== null && closed_on < today
  const options = (list: Office[]) =>
    list
      .toSorted((a, b) => byName(a.name, b.name))
      .map(({ code, name }) => (
        <option key={code} value={code}>
          {keepNames(name)}
        </option>
      ))
  const closed = officeList.filter(isClosed)
  const go = (of: Parameters<typeof paths.plan>[0]) => navigate(paths.plan(of), { preventScrollReset: true })
  return (
    <div className={styles.choices}>
      <SelectField
        label={t('place')}
        value={office?.code ?? ''}
        onChange={({ target }) => go(target.value ? { office: target.value } : {})}
      >
        <option value="">{t('whole')}</option>
        <optgroup label={t('open')} lang="vi">
          {options(officeList.filter(one => !isClosed(one)))}
        </optgroup>
        {closed.length > 0 && (
          <optgroup label={t('closed')} lang="vi">
            {options(closed)}
          </optgroup>
        )}
      </SelectField>
      <SelectField
        label={t('quarter')}
        value={quarter}
        onChange={({ target }) => go({ ...(office && { office: office.code }), quarter: target.value })}
      >
        {quarters.map(one => (
          <option key={one} value={one}>
            {one === quarterOfDay(today) ? t('quarter_running', { quarter: quarterName(one) }) : quarterName(one)}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
