import type { FieldErrors } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** The sentence for an error in a field: the type of the error is the key of a refusal. */
export function useFormErrors(errors: FieldErrors) {
  const { t, i18n } = useTranslation('staff')
  const sentence = (key: string) =>
    i18n.exists(`refusal.${key}`, { ns: 'staff' }) ? t(`refusal.${key}` as 'refusal.name_missing') : t('forms.mistake')
  return {
    /** Beside the field. */
    of: (name: string) => (errors[name]?.type ? sentence(String(errors[name]?.type)) : undefined),
    /** Above the form; each field's id is its name. */
    all: Object.keys(errors).map(id => ({ id, message: sentence(String(errors[id]?.type)) })),
  }
}
