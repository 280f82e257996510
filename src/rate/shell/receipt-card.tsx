import { useTranslation } from 'react-i18next'
import type { ReceiptState } from '../../data/ratings'
import { believed } from '../../data/server-clock'
import { inGroups } from '../../lib/in-groups'
import { createFormats } from '../../lib/text/format'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { CopyButton } from '../../ui/forms/copy-button'
import { Icon } from '../../ui/icon'
import styles from './receipt-card.module.css'

/** A rating as its receipt describes it: this device need not have made it. */
export type Receipt = { receipt: string; ratedAt?: number; isWaiting: boolean; state?: ReceiptState | undefined }

type Props = {
  rating: Receipt
  isStuck: boolean
  /** On the receipt's own page, which has a link to copy and is worth printing. */
  isPage?: boolean | undefined
}

/** A ticket stub: the code is large and can be read out over the telephone. */
export function ReceiptCard({ rating, isStuck, isPage }: Props) {
  const { t } = useTranslation()
  const code = inGroups(rating.receipt)
  return (
    <section className={styles.stub} aria-label={t('rate.receipt.title')}>
      <div className={styles.code}>
        <span>{t('rate.receipt.code')}</span>
        <b>{code}</b>
        <div className={styles.actions}>
          <CopyButton text={code} label={t('rate.receipt.copy')} />
          {isPage ? (
            <>
              <CopyButton text={window.location.origin + paths.receipt(code)} label={t('receipt.copy_link')} isLink />
              <Button look="quiet" onClick={() => window.print()}>
                <Icon name="print" /> {t('receipt.print')}
              </Button>
            </>
          ) : (
            <ButtonLink look="quiet" to={paths.receipt(code)}>
              <Icon name="right" /> {t('rate.receipt.open')}
            </ButtonLink>
          )}
        </div>
      </div>
      <Way rating={rating} isStuck={isStuck} isPage={isPage} />
    </section>
  )
}

/** The stages of a rating: past, present and to come. */
function Way({ rating, isStuck, isPage = false }: Props) {
  const { t, i18n } = useTranslation()
  const format = createFormats(i18n.language)
  const { state } = rating
  const ratedAt = rating.ratedAt && believed(rating.ratedAt)
  const day = ratedAt && format.dayOf(ratedAt)
  const saved = <Stage look="on" text={t('rate.way.saved_on_device')} hint={day} />
  const received = <Stage look="on" text={t(rating.isWaiting ? 'rate.way.sending' : 'rate.way.received')} hint={day} />
  const published = <Stage text={t('rate.way.published')} hint={t('rate.way.published_hint')} />

  if (isStuck) {
    return (
      <ol className={styles.way}>
        {saved}
        <Stage look="next" text={t('rate.way.waits')} hint={t('rate.way.waits_hint')} />
        {published}
      </ol>
    )
  }
  if (state?.state === 'set_aside') {
    return (
      <ol className={styles.way}>
        {received}
        <Stage look="next" text={t('rate.way.set_aside')} hint={!isPage && t('rate.way.set_aside_hint')} />
      </ol>
    )
  }
  if (state?.state === 'withdrawn') {
    return (
      <ol className={styles.way}>
        {received}
        <Stage look="on" text={t('rate.withdrawn.title')} />
      </ol>
    )
  }
  return (
    <ol className={styles.way}>
      {received}
      <Stage look={state?.batch ? 'on' : 'next'} text={t('rate.way.gathers')} hint={t('rate.way.gathers_hint')} />
      {state?.batch ? (
        <Stage
          look="on"
          text={t('rate.way.counted', { batch: format.count(state.batch.number) })}
          hint={format.day(state.batch.released_on)}
        />
      ) : (
        published
      )}
      {state?.batch?.voided && (
        <Stage look="next" text={t('rate.way.voided')} hint={format.day(state.batch.voided.on)} />
      )}
    </ol>
  )
}

type StageProps = { look?: 'on' | 'next' | 'later'; text: string; hint?: string | 0 | false | undefined }

function Stage({ look = 'later', text, hint }: StageProps) {
  return (
    <li className={styles[look]}>
      <span>
        {text} {hint && <small>{hint}</small>}
      </span>
    </li>
  )
}
