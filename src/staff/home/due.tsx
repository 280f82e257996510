import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/use-formats'
import styles from './page.module.css'

/** An answer that is due in fewer days is pressing. */
export const SOON = 2

/** `left`: the days until then; negative when it is over. */
export function Due({ day, left }: { day: string; left: number }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const late = left < 0 ? t('home.late', { count: -left, n: -left }) : undefined
  const remaining = left === 0 ? t('home.today') : t('home.left', { count: left, n: left })
  return (
    <>
      <span className={left < SOON ? styles.pressing : undefined}>{late ?? remaining}</span>{' '}
      <small>{t('home.due', { day: format.day(day) })}</small>
    </>
  )
}
