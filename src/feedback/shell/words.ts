import { useTranslation } from 'react-i18next'

/** The words of petitions, and the sentence of a refusal, which may be one that every page has. */
export function useFeedbackWords() {
  const { t, i18n } = useTranslation('feedback')
  const why = (key: string): string => {
    const own = `refusal.${key}`
    if (i18n.exists(own, { ns: 'feedback' })) return t(own as 'refusal.phone_invalid')
    return i18n.exists(own, { ns: 'rate' })
      ? t(own as 'refusal.server', { ns: 'rate' })
      : t('refusal.server', { ns: 'rate' })
  }
  return { t, why, language: i18n.language }
}
