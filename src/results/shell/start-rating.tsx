import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isCodeKnown } from '../../data/known-codes'
import { COUNTER_LENGTH, isVisitCode, VISIT_LENGTH } from '../../data/rating-targets'
import { paths } from '../../paths'
import { CodeForm } from '../../ui/forms/code-form'

/** For a phone without a camera: the code that is printed under the QR code, at the counter or on a result slip. */
export function StartRating() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <CodeForm
      label={t('home.code')}
      hint={t('home.code_hint')}
      submit={t('home.start')}
      lengths={[COUNTER_LENGTH, VISIT_LENGTH]}
      open={code => void navigate(isVisitCode(code) ? paths.visit(code) : paths.rate(code))}
      isKnown={isCodeKnown}
      malformed={t('home.code_malformed')}
      isShort
    />
  )
}
