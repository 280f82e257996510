import { useTranslation } from 'react-i18next'

/** The sentence for a problem: what happened, and what to do next. */
export function ProblemMessage({ problem }: { problem: { key: string } }) {
  const { t, i18n } = useTranslation()
  const key = `refusal.${problem.key}`
  // A newer server may refuse with a key that this version has no sentence for.
  return <>{i18n.exists(key) ? t(key as 'refusal.server') : t('refusal.server')}</>
}
