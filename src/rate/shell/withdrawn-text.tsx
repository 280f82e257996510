import { useTranslation } from 'react-i18next'

/** That a rating is withdrawn; of a visit also that its code stays spent. `isWaiting`: the server has not heard of it yet. */
export function WithdrawnText({ isWaiting, isVisit }: { isWaiting: boolean; isVisit: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t(isWaiting ? 'rate.withdrawn.saved_on_device' : 'rate.withdrawn.done')}</p>
      {isVisit && <p>{t('rate.withdrawn.visit')}</p>}
    </>
  )
}
