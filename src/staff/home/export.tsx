import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import type { StaffHome } from '../../data/staff-home'
import { utcMidnight } from '../../lib/dates/day'
import { roundPercent } from '../../lib/figures/figure'
import type { Cell } from '../../lib/files/safe-cell'
import { slugOf } from '../../lib/text/slug'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from '../shared/export-buttons'

const keys = ['task', 'what', 'office', 'due', 'rate', 'count'] as const
type Line = { [Key in (typeof keys)[number]]?: Cell }

/** All lists of the page in one file, with what is folded on it: comments by the day they are due, and as many of them. */
export function HomeExport({ data }: { data: StaffHome }) {
  const { t } = useTranslation('staff')
  const lines = useLines(data)
  const table = () => [
    keys.map(key => t(`home.file.${key}`)),
    ...lines.map(line => keys.map((key): Cell => line[key] ?? null)),
  ]
  return lines.length > 0 && <ExportButtons name={slugOf(t('home.title'))} rows={table} />
}

function useLines(data: StaffHome): Line[] {
  const { t } = useTranslation('staff')
  const { t: tPublic } = useTranslation()
  const format = useFormats()
  const { data: places } = useSuspenseQuery(offices)
  const nameOf = (office: string) => places.find(({ code }) => code === office)?.name ?? office
  const month = tPublic('figure.month', { month: format.month(data.unreported.month) })
  const counters = (task: string, list: StaffHome['quiet_counters']) =>
    list.map(({ code, name, office }): Line => ({ task, what: `${name} (${code})`, office }))
  return [
    ...data.petitions.due.map(one => ({
      task: t('home.petitions'),
      what: t(`feedback.kinds.${one.kind}`),
      office: nameOf(one.office_code),
      due: one.due_on && utcMidnight(one.due_on),
      count: 1,
    })),
    ...data.comments.due.map(({ due_on, n }) => ({ task: t('home.comments'), due: utcMidnight(due_on), count: n })),
    ...counters(t('home.silent'), data.silent_kiosks),
    ...counters(t('home.quiet'), data.quiet_counters),
    ...data.unreported.offices.map(({ name }) => ({ task: t('home.unreported', { month }), office: name })),
    ...data.below_target.map(({ kind, label, rate, n, target_percent: target }) => ({
      task: t('home.below', { target: format.wholePercent(target) }),
      [kind === 'office' ? 'office' : 'what']: label,
      rate: roundPercent(rate, target),
      count: n,
    })),
  ]
}
