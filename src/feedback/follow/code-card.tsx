import { inGroups } from '../../lib/in-groups'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { CopyButton } from '../../ui/forms/copy-button'
import { Icon } from '../../ui/icon'
import { useFeedbackWords } from '../shell/words'
import styles from './page.module.css'

/** The code is large and can be read out over the telephone. */
export function CodeCard({ code }: { code: string }) {
  const { t } = useFeedbackWords()
  const grouped = inGroups(code)
  return (
    <section className={styles.card} aria-label={t('follow.code')}>
      <p>{t('follow.code')}</p>
      <b>{grouped}</b>
      <p className={styles.lead}>{t('follow.keep')}</p>
      <div className={styles.actions}>
        <CopyButton text={grouped} label={t('follow.copy')} />
        <CopyButton text={window.location.origin + paths.feedback(grouped)} label={t('follow.copy_link')} isLink />
        <Button look="quiet" onClick={() => window.print()}>
          <Icon name="print" /> {t('follow.print')}
        </Button>
      </div>
    </section>
  )
}
