import { useSuspenseQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type Holiday, holidays, saveHoliday } from '../../data/settings-admin'
import { utcMidnight } from '../../lib/dates/day'
import { Button } from '../../ui/button'
import { CheckField, TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import { ExportedTable } from '../shared/exported-table'
import styles from './page.module.css'

type Change = { holiday: Holiday; seen?: Holiday }

/** The days off, and the Saturdays that are worked instead: answers are due in working days. */
export function HolidayTable({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: days } = useSuspenseQuery(holidays)
  const removing = useSaving(({ holiday, seen }: Change) => saveHoliday(holiday, seen), t('settings.holiday_removed'))
  const columns: Column<Holiday>[] = [
    {
      key: 'day',
      name: t('settings.day'),
      cell: ({ day }) => format.day(day),
      sortBy: ({ day }) => day,
      inFile: ({ day }) => utcMidnight(day),
    },
    {
      key: 'name',
      name: t('settings.day_name'),
      cell: ({ name }) => <span lang="vi">{name}</span>,
      sortBy: ({ name }) => name,
    },
    {
      key: 'kind',
      name: t('settings.day_kind'),
      cell: ({ is_worked, swapped_with }) => (
        <>
          {t(is_worked ? 'settings.worked' : 'settings.off')}
          {swapped_with && `, ${t('settings.swap', { day: format.day(swapped_with) })}`}
        </>
      ),
      sortBy: ({ is_worked }) => Number(is_worked),
    },
    {
      key: 'remove',
      name: t('settings.remove_day'),
      isNameSilent: true,
      cell: holiday =>
        mayChange && (
          <Button look="danger" onClick={() => removing.save({ holiday: { ...holiday, name: '' }, seen: holiday })}>
            {t('settings.remove_day')}
            <span className="vh"> {format.day(holiday.day)}</span>
          </Button>
        ),
    },
  ]
  return (
    <Section heading={t('settings.holidays')} lead={t('settings.holidays_lead')}>
      <SaveProblem saving={removing} />
      {mayChange && <AddDay />}
      <ExportedTable
        name="holidays"
        caption={t('settings.holidays')}
        columns={columns}
        rows={days}
        rowKey={({ day }) => day}
        empty={<Empty title={t('settings.no_holidays')}>{t('settings.no_holidays_next')}</Empty>}
      />
    </Section>
  )
}

function AddDay() {
  const { t } = useTranslation('staff')
  const { register, handleSubmit, reset, watch, formState } = useForm<Holiday>({
    defaultValues: { day: '', name: '', is_worked: false, swapped_with: '' },
  })
  const saving = useSaving((holiday: Holiday) => saveHoliday(holiday), t('settings.holiday_saved'))
  const submit = handleSubmit(async holiday => {
    if (await saving.save(holiday)) reset()
  })
  return (
    <form onSubmit={submit} noValidate>
      <SaveProblem saving={saving} />
      <div className={styles.days}>
        <TextField
          type="date"
          label={t('settings.day')}
          error={formState.errors.day && t('refusal.day_malformed')}
          {...register('day', { required: true })}
        />
        <TextField
          label={t('settings.day_name')}
          error={formState.errors.name && t('refusal.name_missing')}
          {...register('name', { required: true, maxLength: 100 })}
        />
        <CheckField label={t('settings.worked')} {...register('is_worked')} />
        {watch('is_worked') && (
          <TextField
            type="date"
            label={t('settings.swapped_with')}
            hint={t('settings.swapped_hint')}
            error={formState.errors.swapped_with && t('refusal.swap_partner_missing')}
            {...register('swapped_with', { required: true, shouldUnregister: true })}
          />
        )}
        <Button type="submit" look="quiet" isBusy={saving.isSaving}>
          {t('settings.add_day')}
        </Button>
      </div>
    </form>
  )
}
