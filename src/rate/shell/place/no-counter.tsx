import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../data/problem'
import { paths } from '../../../paths'
import { ButtonLink } from '../../../ui/button'
import { MessagePage } from '../../../ui/layout/message-page'
import { ProblemMessage } from '../../../ui/messages/problem-message'

/** The page of a kiosk or a display whose counter is not to be had, and why. */
export function NoCounter({ problem }: { problem: Pick<Problem, 'key'> }) {
  const { t } = useTranslation()
  return (
    <MessagePage title={t('rate.no_counter')} actions={<ButtonLink to={paths.home()}>{t('app.home')}</ButtonLink>}>
      <p role="alert">
        <ProblemMessage problem={problem} />
      </p>
    </MessagePage>
  )
}
