import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inGroups } from '../lib/crockford'
import { formatsIn } from '../lib/format'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import type { ShownVisit } from './outbox'
import styles from './receipt-stub.module.css'

type Props = { visit: ShownVisit; isStuck: boolean }

/** A ticket stub: the code is large and can be read out over the telephone. */
export function ReceiptStub({ visit, isStuck }: Props) {
  const { t } = useTranslation()
  return (
    <section className={styles.stub} aria-label={t('rate.receipt.title')}>
      <div className={styles.code}>
        <span>{t('rate.receipt.code')}</span>
        <CopyButton code={inGroups(visit.receipt)} />
        <b>{inGroups(visit.receipt)}</b>
      </div>
      <Way visit={visit} isStuck={isStuck} />
    </section>
  )
}

/** The clipboard is only there on https; elsewhere the code is short enough to write down. */
function CopyButton({ code }: { code: string }) {
  const { t } = useTranslation()
  const [isCopied, setIsCopied] = useState(false)
  if (!navigator.clipboard) return null
  return (
    <Button
      look="quiet"
      onClick={() =>
        navigator.clipboard.writeText(code).then(
          () => setIsCopied(true),
          () => setIsCopied(false),
        )
      }
    >
      <Icon name={isCopied ? 'check' : 'copy'} /> {t(isCopied ? 'rate.receipt.copied' : 'rate.receipt.copy')}
    </Button>
  )
}

/** What has happened to the rating, what happens now, and what comes. */
function Way({ visit, isStuck }: Props) {
  const { t, i18n } = useTranslation()
  const day = formatsIn(i18n.language).dayOf(visit.ratedAt)
  const { state } = visit
  const isCounted = state?.state === 'counted'

  if (isStuck) {
    return (
      <ol className={styles.way}>
        <Stage look="on" text={t('rate.way.kept')} hint={day} />
        <Stage look="next" text={t('rate.way.waits')} hint={t('rate.way.waits_hint')} />
        <Stage text={t('rate.way.published')} hint={t('rate.way.published_hint')} />
      </ol>
    )
  }
  if (state?.state === 'set_aside') {
    return (
      <ol className={styles.way}>
        <Stage look="on" text={t('rate.way.received')} hint={day} />
        <Stage look="next" text={t('rate.way.set_aside')} hint={t('rate.way.set_aside_hint')} />
      </ol>
    )
  }
  return (
    <ol className={styles.way}>
      <Stage look="on" text={t(visit.isWaiting ? 'rate.way.sending' : 'rate.way.received')} hint={day} />
      <Stage look={isCounted ? 'on' : 'next'} text={t('rate.way.gathers')} hint={t('rate.way.gathers_hint')} />
      <Stage look={isCounted ? 'on' : 'later'} text={t('rate.way.published')} hint={t('rate.way.published_hint')} />
    </ol>
  )
}

function Stage({ look = 'later', text, hint }: { look?: 'on' | 'next' | 'later'; text: string; hint: string }) {
  return (
    <li className={styles[look]}>
      <span>
        {text} <small>{hint}</small>
      </span>
    </li>
  )
}
