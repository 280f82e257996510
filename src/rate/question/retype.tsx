import { useTranslation } from 'react-i18next'
import { isCodeKnown } from '../../data/known-codes'
import { COUNTER_LENGTH, VISIT_LENGTH } from '../../data/rating-targets'
import { paths } from '../../paths'
import { CodeForm } from '../../ui/forms/code-form'

/** For a code that was mistyped in the address: the same again, in a field that undoes what a keyboard does to it. */
export default function Retype({ isVisit }: { isVisit: boolean }) {
  const { t } = useTranslation()
  const path = isVisit ? paths.visit : paths.rate
  return (
    <CodeForm
      label={t(isVisit ? 'code.visit' : 'code.counter')}
      hint={t(isVisit ? 'code.visit_hint' : 'code.counter_hint')}
      submit={t('code.open')}
      lengths={[isVisit ? VISIT_LENGTH : COUNTER_LENGTH]}
      // This page has no router.
      open={code => window.location.assign(path(code))}
      isKnown={isCodeKnown}
      malformed={t(isVisit ? 'refusal.visit_malformed' : 'refusal.counter_malformed')}
      typed={typedAddress()}
      isShort
    />
  )
}

function typedAddress() {
  const [, , typed = ''] = window.location.pathname.split('/')
  try {
    return decodeURIComponent(typed)
  } catch {
    return typed
  }
}
