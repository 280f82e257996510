import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Office } from '../data/offices'
import { type Selection, satisfactionBy } from '../data/satisfaction'
import { settings } from '../data/settings'
import { IntervalPlot } from '../ui/interval-plot'
import { Section } from '../ui/section'
import { useMissingReason, useOfficeRows } from './office-rows'
import { useVerdictGroups } from './plot-groups'
import { useSelection } from './selection'

/** The offices below a body, each with its figure. */
export function OfficeParts({ question, places }: { question: Selection; places: Office[] }) {
  const { t } = useTranslation()
  const { isFiltered } = useSelection()
  const { data: rules } = useSuspenseQuery(settings)
  const { data: byOffice } = useSuspenseQuery(satisfactionBy('office', question))
  const groupsOf = useVerdictGroups(rules.target_percent)
  const rowsOf = useOfficeRows(places, useMissingReason(rules.min_batch, isFiltered))
  const groups = groupsOf(rowsOf(byOffice, below(places, question.office)))
  if (groups.length === 0) return null
  return (
    <Section heading={t('office.parts')} lead={t('office.parts_lead')}>
      <IntervalPlot
        caption={t('office.parts')}
        rowsAre={t('office.office')}
        target={rules.target_percent}
        groups={groups}
      />
    </Section>
  )
}

/** All offices below one, however deep. */
function below(places: Office[], code: string | undefined): Office[] {
  const children = places.filter(place => place.parent_code !== null && place.parent_code === code)
  return children.flatMap(child => [child, ...below(places, child.code)])
}
