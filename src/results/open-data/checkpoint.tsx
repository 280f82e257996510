import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type LastCheckpoint, lastCheckpoint } from '../../data/checkpoints'
import { loadLedgerWords } from '../../i18n/ledger-words'
import { localDay } from '../../lib/dates/day'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'
import styles from './checkpoint.module.css'
import { SomebodysProof } from './somebodys-proof'

/** Loaded with the words that it needs. */
export async function loadCheckpoint(): Promise<{ default: ComponentType }> {
  await loadLedgerWords()
  return { default: CheckpointSection }
}

/** The last signed checkpoint of the ledger as this device has checked it, who has signed it besides, and anybody's proof. */
function CheckpointSection() {
  const { t } = useTranslation('ledger')
  const { data: checkpoint, isError } = useQuery(lastCheckpoint)
  return (
    <Section heading={t('checkpoint.heading')} lead={t('checkpoint.lead')}>
      {checkpoint && <Shown checkpoint={checkpoint} />}
      {checkpoint === null && <p className={pageStyles.prose}>{t('checkpoint.none')}</p>}
      {isError && <p className={pageStyles.prose}>{t('checkpoint.failed')}</p>}
      {checkpoint && <SomebodysProof />}
    </Section>
  )
}

function Shown({ checkpoint }: { checkpoint: LastCheckpoint }) {
  const { t } = useTranslation('ledger')
  const format = useFormats()
  const { signed, witnesses, verifier } = checkpoint
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t('checkpoint.origin')}>
          <code>{checkpoint.origin}</code>
        </Fact>
        <Fact name={t('checkpoint.size')}>{format.count(checkpoint.size)}</Fact>
        <Fact name={t('checkpoint.made_on')}>{format.day(checkpoint.made_on)}</Fact>
        <Fact name={t('checkpoint.root')}>
          <code>{checkpoint.root}</code>
        </Fact>
        <Fact name={t('checkpoint.signature')}>
          <span className={styles[signed]}>{t(`checkpoint.${signed}`)}</span>
        </Fact>
        <Fact name={t('checkpoint.witnesses')}>
          {witnesses.length === 0 && t('checkpoint.no_witness')}
          <ul>
            {witnesses.map(({ name, isRight, at }) => (
              <li key={name} className={isRight ? undefined : styles.wrong}>
                {isRight
                  ? t('checkpoint.witness_right', { name, day: format.day(localDay(1000 * at)) })
                  : t('checkpoint.witness_wrong', { name })}
              </li>
            ))}
          </ul>
        </Fact>
        {verifier && (
          <>
            <Fact name={t('checkpoint.key')}>
              <code>{verifier}</code>
            </Fact>
            <Fact name={t('checkpoint.fingerprint')}>
              <code>{checkpoint.fingerprint}</code>
            </Fact>
          </>
        )}
      </dl>
      <details className={styles.note}>
        <summary>{t('checkpoint.note')}</summary>
        <pre>{checkpoint.note}</pre>
      </details>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
