import { useTranslation } from 'react-i18next'
import { nominatePraise } from '../../data/comments'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { SaveProblem, useSaving } from '../records/save'
import styles from './layout.module.css'

/** Proposes a comment as praise that others may learn from; those above write it anew before anybody reads it. */
export function NominatePraise({ id, isNominated }: { id: string; isNominated: boolean }) {
  const { t } = useTranslation('staff')
  const saving = useSaving(nominatePraise, t('comments.nominated_now'))
  if (isNominated) return <span className={styles.about}>{t('comments.nominated')}</span>
  return (
    <>
      <SaveProblem saving={saving} />
      <Button look="quiet" isBusy={saving.isSaving} onClick={() => void saving.save(id)}>
        <Icon name="check" /> {t('comments.nominate')}
      </Button>
    </>
  )
}
