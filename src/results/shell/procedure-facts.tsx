import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcedureWithField } from '../../data/procedures'
import styles from './public-page.module.css'
import { useTimeLimit } from './time-limit'

/** What the catalogue says of a procedure: field, level, time limits, fee, and where its papers are described. */
export function ProcedureFacts({ procedure }: { procedure: ProcedureWithField }) {
  const { t } = useTranslation()
  const { t: c } = useTranslation('catalogue')
  const limit = useTimeLimit()
  const vietnamese = (text: string | null | undefined) => text && <span lang="vi">{text}</span>
  const facts: [string, ReactNode][] = [
    [t('procedure.code'), procedure.code],
    [t('procedure.field'), vietnamese(procedure.fields?.name)],
    [c('facts.level'), vietnamese(procedure.level)],
    [c('facts.limit_counter'), limit(procedure, procedure.counter_days)],
    [c('facts.limit_online'), limit(procedure, procedure.online_days)],
    [c('facts.limit_postal'), limit(procedure, procedure.post_days)],
    [c('facts.fee'), vietnamese(procedure.fee) ?? c('facts.no_fee')],
    [c('facts.documents'), procedure.documents_url && <Source address={procedure.documents_url} />],
    [c('facts.official'), procedure.official_url && <Source address={procedure.official_url} />],
    [c('facts.decision'), vietnamese(procedure.decision)],
  ]
  return (
    <dl className={styles.attributes}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

const Source = ({ address }: { address: string }) => (
  <a href={address} rel="external" className={styles.official}>
    {new URL(address).hostname}
  </a>
)
