import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Procedure } from '../../data/procedures'
import { fields } from '../../data/procedures'
import { useFormats } from '../../ui/use-formats'
import styles from '../records/description-list.module.css'

const shown = [
  'field_code',
  'level',
  'decision',
  'counter_days',
  'online_days',
  'post_days',
  'fee',
  'documents_url',
  'valid_from',
  'valid_to',
  'online_level',
] as const

/** A procedure for those who may not change the catalogue. */
export function ProcedureFacts({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: known } = useSuspenseQuery(fields)
  const written = (name: (typeof shown)[number]) => {
    const value = procedure[name]
    if (value === null) return t('offices.not_said')
    if (name === 'field_code') return known.find(({ code }) => code === value)?.name ?? value
    if (name === 'online_level') return t(`procedures.online_levels.${value as 'full'}`)
    return name === 'valid_from' || name === 'valid_to' ? format.day(String(value)) : value
  }
  return (
    <>
      <dl className={styles.facts}>
        {shown.map(name => (
          <div key={name}>
            <dt>{t(`procedures.${name}`)}</dt>
            <dd lang="vi">{written(name)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('procedures.lead_read')}</p>
    </>
  )
}
