import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { fields, type ListedProcedure } from '../../data/procedures'
import { localDay } from '../../lib/dates/day'
import { byName } from '../../lib/text/format'
import { paths } from '../../paths'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import styles from './list-page.module.css'

/** Procedures under their fields, by name. */
export function ProcedureGroups({ procedures }: { procedures: ListedProcedure[] }) {
  const { data: allFields } = useSuspenseQuery(fields)
  const groups = allFields
    .map(field => ({ ...field, members: procedures.filter(({ field_code }) => field_code === field.code) }))
    .filter(({ members }) => members.length > 0)
    .toSorted((a, b) => byName(a.name, b.name))
  return groups.map(({ code, name, members }) => (
    <Section key={code} heading={<span lang="vi">{name}</span>} rows={members.length / 2}>
      <ul className={styles.names}>
        {members.map(one => (
          <ProcedureLink key={one.code} procedure={one} />
        ))}
      </ul>
    </Section>
  ))
}

function ProcedureLink({ procedure: { code, name, valid_to } }: { procedure: ListedProcedure }) {
  const { t } = useTranslation('catalogue')
  const format = useFormats()
  const ended = valid_to !== null && valid_to < localDay() && t('ended_note', { day: format.day(valid_to) })
  return (
    <li>
      <Link to={paths.procedure(code)} lang="vi">
        {name}
      </Link>
      <small>{[code, ended].filter(Boolean).join(' · ')}</small>
    </li>
  )
}
