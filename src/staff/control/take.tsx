import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type ControlList, makeControlCodes, takeContacts } from '../../data/control/asking'
import { Button } from '../../ui/button'
import { Actions, Fields, TextField } from '../../ui/forms/form-field'
import { SaveProblem, useSaving } from '../records/save'

/** The next ten of those who were drawn; nobody chooses. */
export function TakeContacts({ list }: { list: ControlList }) {
  const { t } = useTranslation('control')
  const saving = useSaving(takeContacts, t('work.took'))
  const take = () => saving.save({ office: list.office_code, quarter: list.quarter })
  return (
    <Fields>
      <SaveProblem saving={saving} />
      <Actions>
        <Button onClick={take} isBusy={saving.isSaving}>
          {t('work.take')}
        </Button>
      </Actions>
    </Fields>
  )
}

/** Codes to be handed out at the door of an office. */
export function MakeCodes({ list }: { list: ControlList }) {
  const { t } = useTranslation('control')
  const { t: staff } = useTranslation('staff')
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { count: '' } })
  const saving = useSaving(makeControlCodes, t('work.made'))
  const submit = handleSubmit(async ({ count }) => {
    if (await saving.save({ office: list.office_code, count: count.trim() })) reset()
  })
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <SaveProblem saving={saving} />
        <TextField
          label={t('work.count')}
          hint={t('work.count_hint')}
          error={formState.errors.count && staff('refusal.count_invalid')}
          inputMode="numeric"
          {...register('count', {
            validate: count => /^\d{1,2}$/.test(count.trim()) && Number(count) >= 1 && Number(count) <= 50,
          })}
        />
        <Actions>
          <Button type="submit" isBusy={saving.isSaving}>
            {t('work.make')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}
