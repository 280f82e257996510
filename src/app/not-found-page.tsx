import { useTranslation } from 'react-i18next'
import { paths } from '../paths'
import { ButtonLink } from '../ui/button'
import { MessagePage } from '../ui/layout/message-page'

export function Component() {
  const { t } = useTranslation()
  return (
    <MessagePage title={t('not_found.title')} actions={<ButtonLink to={paths.home()}>{t('app.home')}</ButtonLink>}>
      <p>{t('not_found.remedy')}</p>
    </MessagePage>
  )
}
