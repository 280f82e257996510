import { useTranslation } from 'react-i18next'
import { Form, useNavigation, useSubmit } from 'react-router'
import { periodsWith } from '../lib/periods'
import styles from './filters.module.css'
import { usePeriodNames } from './period-name'
import { channels, useSelection } from './selection'

/** Periods come from a list: with free dates people could subtract their way to one person. */
export function Filters({ months }: { months: string[] }) {
  const { t } = useTranslation()
  const names = usePeriodNames()
  const submit = useSubmit()
  const { state } = useNavigation()
  const { period, question } = useSelection()
  const periods = periodsWith(months)
  if (months.length === 0) return null
  const groups = [
    { heading: t('figure.years'), options: periods.years },
    { heading: t('figure.quarters'), options: periods.quarters },
    { heading: t('figure.months'), options: periods.months },
  ]

  return (
    <Form
      className={styles.filters}
      aria-label={t('figure.filters')}
      aria-busy={state === 'loading'}
      onChange={event => {
        const chosen = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '')
        submit(chosen as [string, string][], { replace: true, preventScrollReset: true })
      }}
    >
      <label>
        {t('figure.period')}
        <select name="period" value={period ?? ''} onChange={() => {}}>
          <option value="">{t('figure.all_periods')}</option>
          {groups.map(({ heading, options }) => (
            <optgroup key={heading} label={heading}>
              {options.map(option => (
                <option key={option} value={option}>
                  {names.short(option)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        {t('figure.channel')}
        <select name="channel" value={question.channel ?? ''} onChange={() => {}}>
          <option value="">{t('figure.all_channels')}</option>
          {channels.map(channel => (
            <option key={channel} value={channel}>
              {t(`figure.channels.${channel}`)}
            </option>
          ))}
        </select>
      </label>
    </Form>
  )
}
