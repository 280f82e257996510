import { useTranslation } from 'react-i18next'
import { VerdictIcon } from '../../ui/charts/verdict'
import styles from '../shell/public-page.module.css'

/** The legend of the plot. */
export function PlotLegend() {
  const { t } = useTranslation()
  return (
    <p className={styles.key}>
      <span>
        <VerdictIcon verdict="met" /> {t('figure.key_rate')}
      </span>
      <span>
        <i className={styles.bar} /> {t('figure.key_interval')}
      </span>
      <span>
        <i className={styles.goal} /> {t('figure.key_target')}
      </span>
    </p>
  )
}
