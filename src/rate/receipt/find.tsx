import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isReceiptKnown } from '../../data/known-codes'
import { RECEIPT_LENGTH } from '../../data/receipts'
import { believed } from '../../data/server-clock'
import { inGroups } from '../../lib/in-groups'
import { paths } from '../../paths'
import { CodeForm } from '../../ui/forms/code-form'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import links from '../../ui/link-list.module.css'
import { useFormats } from '../../ui/use-formats'
import { useOutbox } from '../outbox/use-outbox'
import styles from './find.module.css'

type Props = {
  /** The text of the address's fragment. */
  typed: string
  /** Why that opened nothing. */
  mistake?: 'receipt_malformed' | 'receipt_unknown' | undefined
  children?: ReactNode
}

/** A field for the code, and the receipts that this device has. */
export function FindReceipt({ typed, mistake, children }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <h1 tabIndex={-1}>{t('receipt.find')}</h1>
      {children}
      <p className={styles.lead}>{t('receipt.lead')}</p>
      <CodeForm
        label={t('rate.receipt.code')}
        hint={t('receipt.code_hint')}
        submit={t('receipt.open')}
        lengths={[RECEIPT_LENGTH]}
        open={code => void navigate(paths.receipt(inGroups(code)))}
        isKnown={isReceiptKnown}
        malformed={t('refusal.receipt_malformed')}
        typed={typed}
        {...(mistake && { mistake: t(`refusal.${mistake}`) })}
      />
      <Own />
      <p className={styles.lead}>{t('receipt.privacy')}</p>
    </>
  )
}

/** The device's own receipts by place and day, since nobody remembers codes. */
function Own() {
  const { t } = useTranslation()
  const { ratings } = useOutbox()
  const format = useFormats()
  if (ratings.length === 0) return null
  const said = (receipt: string, at: number | undefined) =>
    at === undefined ? inGroups(receipt) : t('receipt.of_day', { day: format.dayOf(at), code: inGroups(receipt) })
  return (
    <section className={styles.own}>
      <h2>{t('receipt.here')}</h2>
      <ul className={links.links}>
        {[...ratings]
          .sort((a, b) => b.ratedAt - a.ratedAt)
          .map(({ receipt, place, ratedAt }) => (
            <li key={receipt}>
              <Link to={paths.receipt(inGroups(receipt))}>
                <span>
                  <span lang="vi">{place}</span>
                  <small>{said(receipt, believed(ratedAt))}</small>
                </span>
                <Icon name="right" />
              </Link>
            </li>
          ))}
      </ul>
    </section>
  )
}
