import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isCrockford, readCrockford } from '../../lib/crockford'
import { paths } from '../../paths'
import { CodeForm } from '../../ui/forms/code-form'

const LENGTH = 6

/** For a phone without a camera: the code that is printed under the QR code. */
export function StartRating() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const open = (code: string) => {
    const read = readCrockford(code)
    const isCode = isCrockford(read, LENGTH)
    if (isCode) void navigate(paths.rate(read))
    return isCode
  }
  return (
    <CodeForm
      label={t('home.code')}
      hint={t('home.code_hint')}
      submit={t('home.start')}
      open={open}
      malformed="counter_malformed"
      isShort
    />
  )
}
