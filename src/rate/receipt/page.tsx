import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { readReceipt } from '../../data/receipts'
import { paths } from '../../paths'
import { OfficeHeader } from '../../ui/layout/office-header'
import { forget as forgetRating } from '../outbox/known-rating'
import { OutboxNotice } from '../outbox/notice'
import { outbox } from '../outbox/page-outbox'
import { useFocusOn } from '../shell/use-focus-on'
import { FindReceipt } from './find'
import styles from './page.module.css'
import { ShowReceipt } from './show'

export async function loader() {
  await outbox.ready
  return null
}

/** The code is in the fragment, which no browser sends anywhere. */
export function Component() {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [isForgotten, setIsForgotten] = useState(false)
  const typed = textOf(hash)
  const receipt = readReceipt(typed)
  useFocusOn(hash)

  const forget = async (forgotten: string) => {
    await forgetRating(outbox, forgotten)
    setIsForgotten(true)
    // The way back must not lead to the code either.
    await navigate(paths.receipt(), { replace: true })
  }

  return (
    <>
      <title>{`${t('receipt.title')} · Hài Lòng`}</title>
      <OfficeHeader />
      <OutboxNotice except={receipt} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {receipt ? (
          <ShowReceipt key={receipt} receipt={receipt} onForget={() => forget(receipt)} />
        ) : (
          <FindReceipt key={typed} typed={typed} mistake={typed ? 'receipt_malformed' : undefined}>
            {isForgotten && <p role="status">{t('receipt.forget.done')}</p>}
          </FindReceipt>
        )}
      </main>
    </>
  )
}

/** Somebody's fragment may be no text at all. */
function textOf(hash: string) {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}
