import { useTranslation } from 'react-i18next'
import type { ProcedureWithField } from '../../data/procedures'
import styles from '../shell/public-page.module.css'

/** A procedure's field, time limits and official page. */
export function CatalogueFacts({ procedure }: { procedure: ProcedureWithField }) {
  const { t } = useTranslation()
  const isWorking = /làm việc/i.test(procedure.days_unit ?? '')
  const limit = (days: number | null) => {
    if (days === null) return t('procedure.no_limit')
    return isWorking ? t('procedure.working_days', { days }) : t('procedure.days', { days })
  }
  return (
    <dl className={styles.attributes}>
      <div>
        <dt>{t('procedure.code')}</dt>
        <dd>{procedure.code}</dd>
      </div>
      <div>
        <dt>{t('procedure.field')}</dt>
        <dd lang="vi">{procedure.fields?.name}</dd>
      </div>
      <div>
        <dt>{t('procedure.limit_counter')}</dt>
        <dd>{limit(procedure.counter_days)}</dd>
      </div>
      <div>
        <dt>{t('procedure.limit_online')}</dt>
        <dd>{limit(procedure.online_days)}</dd>
      </div>
      <div>
        <dt>{t('procedure.limit_postal')}</dt>
        <dd>{limit(procedure.post_days)}</dd>
      </div>
      {procedure.official_url && (
        <div>
          <dt>{t('procedure.official')}</dt>
          <dd>
            <a href={procedure.official_url} rel="external" className={styles.official}>
              {new URL(procedure.official_url).hostname}
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}
