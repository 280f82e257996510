import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RatingTarget } from '../../data/rating-targets'
import styles from './screens.module.css'

/** Names the office and the counter, as the header on a phone does, but without any link. */
export function KioskHeader({
  place,
  code,
  children,
}: {
  place: RatingTarget | undefined
  code: string
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const { office, counter } = place ?? {}
  return (
    <div className={styles.sign}>
      {counter?.number && (
        <span className={styles.plate} aria-hidden="true">
          {counter.number}
        </span>
      )}
      <p lang={office ? 'vi' : undefined}>
        {office?.desk ?? t('rate.unnamed', { code })}
        {counter?.name && <small>{counter.name}</small>}
      </p>
      {children}
    </div>
  )
}
