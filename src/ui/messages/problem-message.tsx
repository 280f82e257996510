import { useTranslation } from 'react-i18next'

/** A problem in one sentence: what happened and what to do next. Staff pages have sentences of their own. */
export function useProblemSentence() {
  const { t, i18n } = useTranslation()
  return (problem: { key: string }): string => {
    const key: string = `refusal.${problem.key}`
    if (i18n.exists(key, { ns: 'staff' })) return t(key as 'refusal.sign_in_first', { ns: 'staff' })
    // A newer server may refuse with a key that this version has no sentence for.
    return i18n.exists(key) ? t(key as 'refusal.server') : t('refusal.server')
  }
}

/** The sentence for a problem. */
export function ProblemMessage({ problem }: { problem: { key: string } }) {
  return <>{useProblemSentence()(problem)}</>
}
