import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { keepFiles, lastAnswered, savedCopy } from '../../data/saved-copies'
import { believed } from '../../data/server-clock'
import { Button } from '../../ui/button'
import { Banner } from '../../ui/messages/banner'
import { useFormats } from '../../ui/use-formats'
import styles from './public-page.module.css'

/** What is shown is older than it could be, because no answer comes: since when, why, and a way to try again. */
export function SavedCopyNotice() {
  const { t } = useTranslation()
  const format = useFormats()
  const client = useQueryClient()
  const copy = useSyncExternalStore(savedCopy.subscribe, savedCopy.oldest)
  const isOnline = useSyncExternalStore(
    changed => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  )
  const tryAgain = () => void client.refetchQueries({ type: 'active' })
  useEffect(() => {
    void keepFiles().catch(() => {})
  }, [])
  // The signal is back: nobody has to press a button for that.
  useEffect(() => {
    if (isOnline && savedCopy.oldest()) void client.refetchQueries({ type: 'active' })
  }, [isOnline, client])

  const at = copy?.receivedAt ?? lastAnswered()
  if ((isOnline && !copy) || at === undefined) return null
  const day = believed(at) !== undefined && format.dayOf(at)
  const isServer = isOnline && copy?.why !== 'offline'
  return (
    <div className={styles.copy}>
      <Banner
        look="wait"
        icon="offline"
        action={
          <Button look="quiet" onClick={tryAgain}>
            {t('app.try_again')}
          </Button>
        }
      >
        <p>
          {day
            ? t(isServer ? 'results.saved_copy_server' : 'results.saved_copy', { time: format.timeOf(at), day })
            : t(isServer ? 'results.saved_copy_server_undated' : 'results.saved_copy_undated')}
        </p>
      </Banner>
    </div>
  )
}
