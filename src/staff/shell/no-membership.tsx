import { useTranslation } from 'react-i18next'
import { queryClient } from '../../data/query-client'
import { staffMe } from '../../data/session'
import { Button } from '../../ui/button'
import { MessagePage } from '../../ui/layout/message-page'

/** For who is signed in without a role: whom to ask. `hadOne`: the last role ended while the page was open. */
export function NoMembership({
  email,
  hadOne,
  onSignOut,
}: {
  email: string
  hadOne: boolean
  onSignOut: () => Promise<void>
}) {
  const { t } = useTranslation('staff')
  return (
    <MessagePage
      title={t(hadOne ? 'no_role.ended' : 'no_role.none')}
      actions={
        <>
          <Button onClick={() => queryClient.refetchQueries({ queryKey: staffMe.queryKey })}>
            {t('no_role.look_again')}
          </Button>
          <Button look="quiet" onClick={onSignOut}>
            {t('frame.sign_out')}
          </Button>
        </>
      }
    >
      <p role={hadOne ? 'alert' : undefined}>{t(hadOne ? 'no_role.ended_why' : 'no_role.none_why', { email })}</p>
      <p>{t('no_role.whom')}</p>
      <p>{t('no_role.first')}</p>
    </MessagePage>
  )
}
