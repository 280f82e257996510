import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LogEntry } from '../../data/audit'
import type { Json } from '../../data/database-types'
import { offices } from '../../data/offices'
import { fields, procedureNames } from '../../data/procedures'
import { serviceChannels } from '../../lib/lists'
import { useFormats } from '../../ui/use-formats'
import { numberOf } from '../shared/petition-number'
import { isDay } from './labels'

type Row = { [column: string]: Json | undefined }

const rowOf = ({ before, after }: LogEntry): Row => {
  const row = after ?? before
  return row && typeof row === 'object' && !Array.isArray(row) ? (row as Row) : {}
}

const text = (value: Json | undefined) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** 'YYYY-MM-01' as 09/2026; nothing for nothing. */
const monthText = (month: string) => month && `${month.slice(5, 7)}/${month.slice(0, 4)}`

/** What is known of these, or undefined. */
const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ') || undefined

/** What the codes in the log are called: offices, procedures and fields. */
function useRegister() {
  const { data: places } = useSuspenseQuery(offices)
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const { data: allFields } = useSuspenseQuery(fields)
  const nameIn = (list: readonly { code: string; name: string }[]) => {
    const names = new Map(list.map(({ code, name }) => [code, name]))
    return (code: string) => names.get(code) ?? code
  }
  return { place: nameIn(places), procedure: nameIn(procedures), field: nameIn(allFields) }
}

/** What a row of the log is about, as people call it; undefined where only its key is known. */
export function useLogNames() {
  const { t, i18n } = useTranslation('staff')
  const format = useFormats()
  const { place, procedure, field } = useRegister()
  const settingName = (key: string) =>
    i18n.exists(`settings.${key}`, { ns: 'staff' }) ? t(`settings.${key}` as 'settings.title') : undefined
  const dossiers = (row: Row) => [monthText(text(row.month)), procedure(text(row.procedure_code))]
  const { t: plan } = useTranslation('plan')
  const target = ({ indicator_code }: Row) => {
    const key = `indicator.${text(indicator_code)}`
    return i18n.exists(key, { ns: 'plan' }) ? plan(key as 'indicator.on-time') : text(indicator_code)
  }
  const device = ({ kind }: Row) => (kind === 'kiosk' || kind === 'display' ? t(`counters.device_kinds.${kind}`) : '')
  const quarterAt = ({ office_code, quarter }: Row) => joined(place(text(office_code)), monthText(text(quarter)))
  const naming: { [subject: string]: (row: Row, key: string) => string | undefined } = {
    offices: (_, key) => place(key),
    office_successions: (_, key) => key.split(' ').map(place).join(' → '),
    fields: (row, key) => text(row.name) || field(key),
    procedures: (row, key) => text(row.name) || procedure(key),
    offerings: (_, key) => procedure(key.split(' ')[1] ?? key),
    counters: row => text(row.name),
    counter_devices: row => joined(device(row), text(row.counter_code)),
    members: row => text(row.email),
    handled_dossiers: row => (row.month ? dossiers(row).filter(Boolean).join(' · ') : undefined),
    par_index: row => joined(place(text(row.office_code)), text(row.year)),
    plan_target_changes: row => target(row) || undefined,
    plan_values: row => joined(target(row), monthText(text(row.quarter))),
    report_entries: row => joined(place(text(row.office_code)), text(row.period), text(row.index)),
    report_sign_offs: row => joined(place(text(row.office_code)), text(row.period), text(row.version)),
    practice_notes: row => quarterAt(row),
    praises: row => quarterAt(row),
    name_consents: row => place(text(row.office_code)) || undefined,
    reforms: row => (isDay(text(row.on_date)) ? format.day(text(row.on_date)) : undefined),
    reply_templates: row => text(row.name),
    holidays: (row, key) => [isDay(key) ? format.day(key) : key, text(row.name)].filter(Boolean).join(' · '),
    settings: (_, key) => settingName(key),
    rule_changes: (_, key) => settingName(key),
    ladder: (_, key) => t('audit.rung', { n: key }),
    visit_batches: row =>
      row.count
        ? t('audit.codes', { n: format.count(Number(row.count)), day: format.day(text(row.made_on)) })
        : undefined,
    comments: row =>
      row.batch_number
        ? t('audit.comment', { n: text(row.batch_number), day: format.day(text(row.released_on)) })
        : undefined,
    visit_keys: row => text(row.name),
    void_proposals: row => (row.batch_number ? t('oversight.batch', { batch: text(row.batch_number) }) : undefined),
    signal_reviews: (_, key) => t('audit.signal', { n: key }),
    imports: row => text(row.file_name),
    feedback: (_, key) => numberOf({ id: key }),
    published_feedback: (_, key) => numberOf({ id: key }),
  }
  return {
    nameOf: (entry: LogEntry) => naming[entry.subject]?.(rowOf(entry), entry.key) || undefined,
    place,
    procedure,
    field,
  }
}

const codes: { [column: string]: 'place' | 'procedure' | 'field' } = {
  office_code: 'place',
  parent_code: 'place',
  predecessor_code: 'place',
  successor_code: 'place',
  procedure_code: 'procedure',
  field_code: 'field',
}

/** The columns and values of a row in people's words; what has none stays as it is stored. */
export function useLogWords() {
  const { t, i18n } = useTranslation('staff')
  const format = useFormats()
  const names = useLogNames()
  const { t: tPublic } = useTranslation()
  const said = (key: string) => (i18n.exists(key, { ns: 'staff' }) ? t(key as 'audit.title') : undefined)
  const isChannel = (value: string) => serviceChannels.some(channel => channel === value)
  return {
    ...names,
    // A field that an office has got since is named as in its form.
    columnName: (column: string) => said(`audit.columns.${column}`) ?? said(`offices.${column}`),
    value: (column: string, value: string | null) => {
      if (value === null) return null
      if (value === 'true' || value === 'false') return t(value === 'true' ? 'audit.yes' : 'audit.no')
      if (isDay(value)) return format.day(value)
      const kind = codes[column]
      if (kind) return names[kind](value)
      if (column === 'role') return said(`role.${value}`) ?? value
      if (column === 'channel' && isChannel(value)) return tPublic(`figure.channels.${value as 'counter'}`)
      return value
    },
  }
}
