import { useLocation, useNavigate } from 'react-router'
import { feedbackFigures, isFeedbackKnown, publishedFeedback } from '../../data/feedback/petitions'
import { offices } from '../../data/offices'
import { outgoingReady } from '../../data/outgoing'
import { queryClient } from '../../data/query-client'
import { RECEIPT_LENGTH, readReceipt } from '../../data/receipts'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { inGroups } from '../../lib/in-groups'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { CodeForm } from '../../ui/forms/code-form'
import { useOnChange } from '../../ui/use-on-change'
import { FeedbackFrame } from '../shell/frame'
import { useFeedbackWords } from '../shell/words'
import styles from './page.module.css'
import { PublicFeedback } from './public'
import { ShowFeedback } from './show'

export async function loader() {
  for (const query of [feedbackFigures, publishedFeedback, offices, settings])
    void queryClient.prefetchQuery(query as typeof settings)
  await Promise.all([loadNamespace('feedback'), outgoingReady()])
  return null
}

/** One petition by its code, which stands in the fragment that no browser sends anywhere; else a field for the code. */
export function Component() {
  const { t } = useFeedbackWords()
  const { hash } = useLocation()
  const typed = textOf(hash)
  const code = readReceipt(typed)
  useOnChange(hash, () => document.querySelector<HTMLElement>('h1')?.focus())
  return (
    <FeedbackFrame title={t('follow.title')}>
      {code ? (
        <ShowFeedback key={code} code={code} />
      ) : (
        <>
          <Find key={typed} typed={typed} />
          <PublicFeedback />
        </>
      )}
    </FeedbackFrame>
  )
}

function Find({ typed }: { typed: string }) {
  const { t, why } = useFeedbackWords()
  const navigate = useNavigate()
  return (
    <div className={styles.part}>
      <h1 tabIndex={-1}>{t('follow.title')}</h1>
      <p className={styles.lead}>{t('follow.lead')}</p>
      <CodeForm
        label={t('follow.code')}
        hint={t('follow.code_hint')}
        submit={t('follow.open')}
        lengths={[RECEIPT_LENGTH]}
        open={code => void navigate(paths.feedback(inGroups(code)))}
        isKnown={isFeedbackKnown}
        malformed={why('receipt_malformed')}
        typed={typed}
        {...(typed && { mistake: why('receipt_malformed') })}
      />
      <p>
        <ButtonLink look="quiet" to={paths.newFeedback()}>
          {t('follow.new')}
        </ButtonLink>
      </p>
    </div>
  )
}

/** Somebody's fragment may be no text at all. */
function textOf(hash: string) {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}

export { ErrorBoundary } from '../shell/frame'
