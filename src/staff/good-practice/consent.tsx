import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { consentForms, type NameConsent, type NominatedPraise, recordConsent, revokeConsent } from '../../data/comments'
import { Button } from '../../ui/button'
import { Actions, Fields, SelectField, TextField } from '../../ui/forms/form-field'
import styles from '../records/cards.module.css'
import { SaveProblem, useSaving } from '../records/save'
import { useStaff } from '../shell/membership'
import { useDoneBy } from './words'

/** Whether an officer agreed to be named with a praise, and taking that back. */
export function ConsentPart({ praise, consent }: { praise: NominatedPraise; consent: NameConsent | undefined }) {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  return (
    <div>
      {consent ? (
        <Recorded consent={consent} mayRevoke={may('revoke_consents')} />
      ) : (
        <p className={styles.about}>{t('good_practice.no_consent')}</p>
      )}
      {!consent && may('record_consents') && <ConsentForm praise={praise.id} />}
    </div>
  )
}

function Recorded({ consent, mayRevoke }: { consent: NameConsent; mayRevoke: boolean }) {
  const { t } = useTranslation('staff')
  const doneBy = useDoneBy()
  const saving = useSaving(revokeConsent, t('good_practice.revoked'))
  return (
    <>
      <p>
        {t('good_practice.consent', {
          name: consent.officer_name ?? '',
          form: t(`good_practice.form.${consent.form as 'paper'}`),
          ...doneBy(consent.recorded_by, consent.recorded_at),
        })}
      </p>
      <SaveProblem saving={saving} />
      {mayRevoke && (
        <Actions>
          <Button look="quiet" isBusy={saving.isSaving} onClick={() => void saving.save(consent.praise_id)}>
            {t('good_practice.revoke')}
          </Button>
        </Actions>
      )}
    </>
  )
}

function ConsentForm({ praise }: { praise: string }) {
  const { t } = useTranslation('staff')
  const { register, handleSubmit } = useForm({ defaultValues: { name: '', form: 'paper' } })
  const saving = useSaving(recordConsent, t('good_practice.recorded'))
  const id = `officer-${praise}`
  const fieldOf = Object.fromEntries(
    ['name_missing', 'name_too_long', 'text_unreadable', 'publication_names_somebody'].map(key => [key, id]),
  )
  const submit = handleSubmit(async ({ name, form }) => {
    await saving.save({ praise, name, form })
  })
  return (
    <details>
      <summary>{t('good_practice.record')}</summary>
      <form onSubmit={submit} noValidate>
        <Fields>
          <SaveProblem saving={saving} fieldOf={fieldOf} />
          <TextField
            id={id}
            lang="vi"
            label={t('good_practice.officer')}
            hint={t('good_practice.officer_hint')}
            {...register('name')}
          />
          <SelectField label={t('good_practice.form_label')} {...register('form')}>
            {consentForms.map(one => (
              <option key={one} value={one}>
                {t(`good_practice.form.${one}`)}
              </option>
            ))}
          </SelectField>
          <Actions>
            <Button type="submit" isBusy={saving.isSaving}>
              {t('good_practice.record_save')}
            </Button>
          </Actions>
        </Fields>
      </form>
    </details>
  )
}
