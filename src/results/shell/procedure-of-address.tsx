import { useSuspenseQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { type ProcedureWithField, procedureByCode } from '../../data/procedures'
import { NothingHere, PublicPage } from './public-page'
import styles from './public-page.module.css'

/** A public page about the procedure that its address names; one that is not there says so. */
export function ProcedureOfAddress({ Page }: { Page: ComponentType<{ procedure: ProcedureWithField }> }) {
  return (
    <PublicPage>
      <Known Page={Page} />
    </PublicPage>
  )
}

function Known({ Page }: { Page: ComponentType<{ procedure: ProcedureWithField }> }) {
  const { t } = useTranslation()
  const { code = '' } = useParams()
  const { data: procedure } = useSuspenseQuery(procedureByCode(code))
  if (procedure) return <Page key={code} procedure={procedure} />
  return <NothingHere title={t('procedure.unknown')}>{t('procedure.unknown_remedy', { code })}</NothingHere>
}

/** Characters of a name that would fill a phone if it were set as a heading. */
const LONG = 80

export const ProcedureName = ({ name }: { name: string }) => (
  <h1 className={name.length > LONG ? styles.longName : styles.name} lang="vi">
    {name}
  </h1>
)
