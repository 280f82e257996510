import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { parIndex, planFigures, planIndicators, planValuesOf } from '../../data/plan'
import { queryClient } from '../../data/query-client'
import { loadNamespace } from '../../i18n/setup'
import { localDay, monthOf } from '../../lib/dates/day'
import { quarterOfDay } from '../../lib/figures/plan'
import { byName } from '../../lib/text/format'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { OfficePicker, ownOffices } from '../shared/office-picker'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { PlanHistory } from './history'
import styles from './layout.module.css'
import { ParIndexTable } from './par-index'
import { PlanState } from './state'
import { PlanTargets } from './targets'
import { useQuarterName } from './words'

export async function loader() {
  queryClient.prefetchQuery(planIndicators)
  queryClient.prefetchQuery(parIndex)
  await Promise.all([queryClient.ensureQueryData(offices), loadNamespace('plan')])
  return null
}

/** What offices enter of the reform plan, with its evidence and its history, and the index of administrative reform. */
export function Component() {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const choice = usePlanOffice()
  const quarter = useQuarter(choice.office)
  const { data: values } = useSuspenseQuery(planValuesOf(choice.office.code))
  const { data: figures } = useSuspenseQuery(planFigures(choice.office.code))
  const mayWritePar = choice.isAtTop && may('enter_par_index')
  return (
    <StaffPage
      title={t('plan.title')}
      lead={t('plan.lead')}
      actions={
        <>
          <ButtonLink look="quiet" to={paths.plan({ office: choice.office.code })}>
            {t('plan.public_page')}
          </ButtonLink>
          {mayWritePar && (
            <ButtonLink look="quiet" to={`${paths.staff.imports()}?kind=par_index`}>
              {t('plan.import')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className={styles.choices}>
        <OfficePicker {...choice} />
        <QuarterField {...quarter} />
      </div>
      <PlanState
        office={choice.office}
        quarter={quarter.quarter}
        values={values}
        figures={figures}
        mayWrite={may('enter_plan_values')}
      />
      <PlanHistory office={choice.office.code} values={values} />
      <PlanTargets mayChange={choice.isAtTop && may('change_plan_targets')} />
      <ParIndexTable mayWrite={mayWritePar} />
    </StaffPage>
  )
}

/** The offices that the person answers for; at the top of the tree also those of old times, for which nobody is left. */
function usePlanOffice() {
  const { membership } = useStaff()
  const { data: all } = useSuspenseQuery(offices)
  const [query, setQuery] = useSearchParams()
  const isAtTop = all.some(({ code, parent_code }) => code === membership.office && parent_code === null)
  const today = localDay()
  const mine = ownOffices(all, membership)
  const former = all
    .filter(one => isAtTop && one.closed_on !== null && one.closed_on < today && !mine.includes(one))
    .toSorted((a, b) => byName(a.name, b.name))
  const own = [...mine, ...former]
  const office = own.find(({ code }) => code === query.get('office')) ?? own.find(({ desk }) => desk) ?? own[0]
  return { office: office as Office, own, isAtTop, choose: (code: string) => setQuery({ office: code }) }
}

/** The first year of which a plan of reform speaks. */
const FIRST_YEAR = 2015

/** Quarters in which the office was open, the latest first. */
function quartersOf({ opened_on, closed_on }: Office) {
  const today = localDay()
  const last = closed_on && closed_on < today ? closed_on : today
  const first = opened_on && opened_on > `${FIRST_YEAR}-01-01` ? opened_on : `${FIRST_YEAR}-01-01`
  const quarters: string[] = []
  for (let day = last; quarterOfDay(day) >= quarterOfDay(first); day = monthOf(day, -3)) {
    quarters.push(quarterOfDay(day))
  }
  return quarters
}

function useQuarter(office: Office) {
  const [query, setQuery] = useSearchParams()
  const quarters = quartersOf(office)
  const isRunning = quarters[0] === quarterOfDay(localDay())
  const choose = (quarter: string) =>
    setQuery(before => {
      before.set('quarter', quarter)
      before.delete('indicator')
      return before
    })
  const initial = (isRunning ? quarters[1] : undefined) ?? quarters[0] ?? ''
  return { quarters, choose, quarter: quarters.find(one => one === query.get('quarter')) ?? initial }
}

function QuarterField({ quarter, quarters, choose }: ReturnType<typeof useQuarter>) {
  const { t } = useTranslation('staff')
  const quarterName = useQuarterName()
  return (
    <SelectField label={t('plan.quarter')} value={quarter} onChange={event => choose(event.target.value)}>
      {quarters.map(one => (
        <option key={one} value={one}>
          {quarterName(one)}
        </option>
      ))}
    </SelectField>
  )
}
