import { Button } from '../../ui/button'
import { focusOnMount } from '../../ui/focus'
import { useFeedbackWords } from '../shell/words'
import styles from './page.module.css'

/** Complaints and denunciations have laws of their own: whoever sent them here would lose the rights these give. */
export function Elsewhere({ kind, onOther }: { kind: 'complaint' | 'denunciation'; onOther: () => void }) {
  const { t } = useFeedbackWords()
  return (
    <div className={styles.elsewhere}>
      <h1 tabIndex={-1} ref={focusOnMount}>
        {t(`new.elsewhere.title_${kind}`)}
      </h1>
      <p>{t(`new.elsewhere.why_${kind}`)}</p>
      <p>{t('new.elsewhere.how')}</p>
      <Button look="quiet" onClick={onOther}>
        {t('new.elsewhere.other')}
      </Button>
    </div>
  )
}
