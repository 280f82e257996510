import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { fields, procedureNames } from '../../data/procedures'
import { periodsWith } from '../../lib/dates/periods'
import { serviceChannels } from '../../lib/lists'
import { byName } from '../../lib/text/format'
import { Icon } from '../../ui/icon'
import { type Choice, ChoiceFilter, type ChoiceGroup } from './choice-filter'
import { ALL_TIME, type FilterName, sentTrusts, useSelection } from './filter-params'
import styles from './filters.module.css'
import { officeName } from './office-rows'
import { usePeriodNames } from './period-name'

type Props = {
  months: string[]
  /** The page's own subject cannot be chosen. */
  without?: readonly FilterName[]
}

/**
 * The filters, as the address holds them. Everything is chosen from a list: with free dates the difference of two
 * answers could isolate one person. On a phone one button shows the chosen ones and opens the rest.
 */
export function Filters({ months, without = [] }: Props) {
  const { t } = useTranslation()
  const { state } = useNavigation()
  const [isOpen, setIsOpen] = useState(false)
  const panel = useId()
  if (months.length === 0) return null
  const has = (name: FilterName) => !without.includes(name)
  return (
    <search className={styles.place} aria-label={t('figure.filters')} aria-busy={state === 'loading'}>
      <button
        type="button"
        className={styles.open}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="filter" />
        <Suspense fallback={<span />}>
          <Shown hasOffice={has('office')} />
        </Suspense>
        <b>{t(isOpen ? 'figure.filters_close' : 'figure.filters_open')}</b>
      </button>
      <div id={panel} className={isOpen ? styles.filters : `${styles.filters} ${styles.closed}`}>
        <Suspense fallback={<i />}>
          {has('office') && <OfficeFilter />}
          {has('procedure') && <FieldFilter />}
          {has('procedure') && <ProcedureFilter />}
        </Suspense>
        <WayFilters />
        <PeriodFilter months={months} />
      </div>
    </search>
  )
}

/** The chosen filters, in a few words. Where the page is about one office, no other can be meant. */
function Shown({ hasOffice }: { hasOffice: boolean }) {
  const { t } = useTranslation()
  const names = usePeriodNames()
  const { period, question } = useSelection()
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const { data: allFields } = useSuspenseQuery(fields)
  const office = officeList.find(({ code }) => code === question.office)
  const procedure = procedures.find(({ code }) => code === question.procedure)
  const field = allFields.find(({ code }) => code === question.field)
  const subject = procedure?.name ?? field?.name
  const more = [
    hasOffice && subject,
    question.channel && t(`figure.channels.${question.channel}`),
    question.trust && t(`figure.trusts.${question.trust}`),
    period ? names.short(period) : t('figure.last_12_months'),
  ]
  return (
    <span className={styles.shown}>
      {hasOffice ? (office ? officeName(office) : t('figure.all_offices')) : (subject ?? t('figure.all_procedures'))}
      <small>{more.filter(Boolean).join(' · ')}</small>
    </span>
  )
}

/** Every office under what it belongs to, those that are closed too. */
function OfficeFilter() {
  const { t } = useTranslation()
  const { data: officeList } = useSuspenseQuery(offices)
  const listed = (parent: string | null, depth: number): Choice[] =>
    officeList
      .filter(place => place.parent_code === parent)
      .toSorted((a, b) => byName(a.name, b.name))
      .flatMap(place => [{ value: place.code, label: officeName(place), depth }, ...listed(place.code, depth + 1)])
  const known = new Set(officeList.map(({ code }) => code))
  const roots = officeList.filter(({ parent_code }) => parent_code !== null && !known.has(parent_code))
  return (
    <ChoiceFilter
      name="office"
      label={t('office.office')}
      all={t('figure.all_offices')}
      groups={[{ choices: [...listed(null, 0), ...roots.map(asChoice)] }]}
    />
  )
}

const asChoice = (office: Office): Choice => ({ value: office.code, label: officeName(office) })

/** The fields of procedures. */
export function FieldFilter() {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(fields)
  const choices = data
    .toSorted((a, b) => byName(a.name, b.name))
    .map(({ code, name }) => ({ value: code, label: name }))
  // A procedure belongs to one field: with another one chosen nothing would be left.
  return (
    <ChoiceFilter
      name="field"
      label={t('procedure.field')}
      all={t('figure.all_fields')}
      groups={[{ choices }]}
      resets="procedure"
    />
  )
}

function ProcedureFilter() {
  const { t } = useTranslation()
  const { question } = useSelection()
  const { data } = useSuspenseQuery(procedureNames)
  const choices = data
    .filter(({ field_code }) => !question.field || field_code === question.field)
    .toSorted((a, b) => byName(a.name, b.name))
    .map(({ code, name }) => ({ value: code, label: name, note: code }))
  return (
    <ChoiceFilter
      name="procedure"
      label={t('procedure.procedure')}
      all={t('figure.all_procedures')}
      groups={[{ choices }]}
    />
  )
}

/** Choosing the service channel and the trust. */
function WayFilters() {
  const { t } = useTranslation()
  return (
    <>
      <ChoiceFilter
        name="channel"
        label={t('figure.channel')}
        all={t('figure.all_channels')}
        groups={[{ choices: serviceChannels.map(value => ({ value, label: t(`figure.channels.${value}`) })) }]}
      />
      <ChoiceFilter
        name="trust"
        label={t('figure.trust_kind')}
        all={t('figure.all_trusts')}
        groups={[{ choices: sentTrusts.map(value => ({ value, label: t(`figure.trusts.${value}`) })) }]}
      />
    </>
  )
}

function PeriodFilter({ months }: { months: string[] }) {
  const { t } = useTranslation()
  const names = usePeriodNames()
  const { period } = useSelection()
  const periods = periodsWith(months)
  const listed = [ALL_TIME, ...periods.years, ...periods.quarters, ...periods.months]
  // An address may name a period in which nothing was published: the list must not say another one.
  const unlisted = period && !listed.includes(period) ? [period] : []
  const group = (heading: string, values: string[]): ChoiceGroup => ({
    heading,
    choices: values.map(value => ({ value, label: names.short(value) })),
  })
  return (
    <ChoiceFilter
      isNative
      name="period"
      label={t('figure.period')}
      all={t('figure.last_12_months')}
      groups={[
        { choices: [ALL_TIME, ...unlisted].map(value => ({ value, label: names.short(value) })) },
        group(t('figure.years'), periods.years),
        group(t('figure.quarters'), periods.quarters),
        group(t('figure.months'), periods.months),
      ]}
    />
  )
}
