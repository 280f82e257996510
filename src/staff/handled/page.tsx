import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { serviceChannels } from '../../data/counters'
import { handledBy, reportedIn } from '../../data/handled'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { localDay, monthOf } from '../../lib/dates/day'
import { latestMonths } from '../../lib/dates/periods'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { Banner } from '../../ui/messages/banner'
import { OfficePicker, useOfficePicker } from '../shared/office-picker'
import { useChannelName } from '../shared/use-channel-name'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { HandledForm } from './form'
import { HandledHistory } from './history'
import styles from './layout.module.css'

export async function loader() {
  await Promise.all([queryClient.ensureQueryData(offices), queryClient.ensureQueryData(procedureNames)])
  return null
}

/** How many dossiers were finished, month by month: what the ratings are held against. */
export function Component() {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const choice = useOfficePicker()
  const [query, setQuery] = useSearchParams()
  const channelName = useChannelName()
  const months = latestMonths(localDay(), 13)
  const month = months.find(one => one === query.get('month')) ?? (months[1] as string)
  const channel = serviceChannels.find(one => one === query.get('channel')) ?? null
  const { office } = choice
  const { data: rows } = useSuspenseQuery(handledBy(office.code, months.at(-1) as string))
  const mayWrite = may('report_handled')
  const change = (name: string, value: string) =>
    setQuery(before => {
      if (value) before.set(name, value)
      else before.delete(name)
      return before
    })
  const monthName = (one: string) => t('handled.month_name', { month: one.slice(5, 7), year: one.slice(0, 4) })
  return (
    <StaffPage
      title={t('handled.title')}
      lead={t('handled.lead')}
      actions={
        mayWrite && (
          <ButtonLink look="quiet" to={`${paths.staff.imports()}?kind=handled`}>
            {t('handled.import')}
          </ButtonLink>
        )
      }
    >
      <Missing month={monthOf(localDay(), -1)} choice={choice} monthName={monthName} />
      <div className={styles.choices}>
        <OfficePicker {...choice} />
        <SelectField label={t('handled.month')} value={month} onChange={event => change('month', event.target.value)}>
          {months.map(one => (
            <option key={one} value={one}>
              {monthName(one)}
              {rows.some(row => row.month === one) ? '' : ` · ${t('handled.nothing_yet')}`}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('parts.channel')}
          value={channel ?? ''}
          onChange={event => change('channel', event.target.value)}
        >
          <option value="">{channelName(null)}</option>
          {serviceChannels.map(one => (
            <option key={one} value={one}>
              {channelName(one)}
            </option>
          ))}
        </SelectField>
      </div>
      <HandledForm
        key={`${office.code} ${month} ${channel}`}
        office={office}
        month={month}
        monthName={monthName(month)}
        channel={channel}
        rows={rows}
        mayWrite={mayWrite}
      />
      <HandledHistory office={office.code} monthName={monthName} />
    </StaffPage>
  )
}

type MissingProps = {
  month: string
  choice: ReturnType<typeof useOfficePicker>
  monthName: (month: string) => string
}

/** Who has not reported for the month that is over. */
function Missing({ month, choice: { own, choose }, monthName }: MissingProps) {
  const { t } = useTranslation('staff')
  const { data: reported } = useQuery(reportedIn(month))
  if (!reported) return null
  const missing = own.filter(
    ({ code, desk, closed_on }) => desk && !(closed_on && closed_on < month) && !reported.has(code),
  )
  if (missing.length === 0) return null
  return (
    <Banner look="wait" icon="clock">
      <p>
        <b>{t('handled.missing', { month: monthName(month) })}</b>{' '}
        {missing.map(({ code, name }, i) => (
          <span key={code}>
            {i > 0 && ', '}
            <button type="button" className={styles.link} onClick={() => choose(code)}>
              {name}
            </button>
          </span>
        ))}
      </p>
    </Banner>
  )
}
