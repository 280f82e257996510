// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles in some browsers.
// biome-ignore-all lint/a11y/useSemanticElements: the same.
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Handled, saveHandled } from '../../data/handled'
import type { Office } from '../../data/offices'
import { toProblem } from '../../data/problem'
import { procedureNames, proceduresOffered } from '../../data/procedures'
import { byName } from '../../lib/text/format'
import { search } from '../../lib/text/search'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import { SearchField } from '../../ui/search/search-field'
import { SearchedBy } from '../../ui/search/searched-by'
import { useSynonyms } from '../../ui/search/use-synonyms'
import { useFormats } from '../../ui/use-formats'
import { ExportButtons } from '../shared/export-buttons'
import { useChannelName } from '../shared/use-channel-name'
import styles from './layout.module.css'

type Typed = { handled: string; on_time: string }
type Line = { key: string; procedure: string | null; name: string; stored: Handled | undefined }

type Props = {
  office: Office
  month: string
  monthName: string
  channel: Handled['channel']
  rows: Handled[]
  mayWrite: boolean
}

const typedOf = (stored: Handled | undefined): Typed => ({
  handled: stored ? String(stored.handled) : '',
  on_time: String(stored?.on_time ?? ''),
})

/** First the total of all procedures, for who counts no further; then each procedure of the office. */
function useLines({ office, month, channel, rows }: Pick<Props, 'office' | 'month' | 'channel' | 'rows'>): Line[] {
  const { t } = useTranslation('staff')
  const { data: offered } = useSuspenseQuery(proceduresOffered(office.code))
  const { data: names } = useSuspenseQuery(procedureNames)
  const here = rows.filter(row => row.month === month && row.channel === channel)
  const codes = new Set([...offered.map(one => one.procedures.code), ...here.flatMap(row => row.procedure_code ?? [])])
  const line = (procedure: string | null, name: string): Line => ({
    key: procedure ?? 'all',
    procedure,
    name,
    stored: here.find(row => row.procedure_code === procedure),
  })
  const each = [...codes].map(code => line(code, names.find(one => one.code === code)?.name ?? code))
  return [line(null, t('handled.all_procedures')), ...each.sort((a, b) => byName(a.name, b.name))]
}

/** What was typed and is not saved yet, and why a line was refused. */
function useEntry({ office, month, channel }: Props, lines: Line[]) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const sentence = useProblemSentence()
  const [typed, setTyped] = useState<Record<string, Typed>>({})
  const [problems, setProblems] = useState<Record<string, string>>({})
  const changed = lines.filter(({ key, stored }) => {
    const now = typed[key]
    const before = typedOf(stored)
    return now && (now.handled.trim() !== before.handled || now.on_time.trim() !== before.on_time)
  })
  const about = { month, office_code: office.code, channel }
  const saving = useMutation({
    mutationFn: async () => {
      const refused: Record<string, string> = {}
      const left = { ...typed }
      for (const { key, procedure, stored } of changed) {
        const handled = typed[key]?.handled.trim() || null
        const onTime = handled && (typed[key]?.on_time.trim() || null)
        try {
          await saveHandled({ ...about, procedure_code: procedure, handled, on_time: onTime }, stored)
          delete left[key]
        } catch (error) {
          refused[key] = sentence(toProblem(error))
        }
      }
      setTyped(left)
      setProblems(refused)
      const saved = changed.length - Object.keys(refused).length
      if (saved > 0) announce(t('handled.saved', { n: format.count(saved) }))
    },
  })
  return {
    typedIn: ({ key, stored }: Line) => typed[key] ?? typedOf(stored),
    type: (key: string, next: Typed) => setTyped({ ...typed, [key]: next }),
    problems,
    changes: changed.length,
    saving,
  }
}

/** The numbers of one month and channel, one line a procedure. Only what was changed is saved. */
export function HandledForm(props: Props) {
  const { monthName, channel } = props
  const { t } = useTranslation('staff')
  const format = useFormats()
  const channelName = useChannelName()
  const lines = useLines(props)
  const entry = useEntry(props, lines)
  const { problems, changes, saving } = entry
  const sum = lines.reduce((total, { stored }) => total + (stored?.handled ?? 0), 0)
  const isCountedTwice = lines[0]?.stored && lines.some(({ procedure, stored }) => procedure && stored)
  return (
    <Section
      heading={t('handled.of_month', { month: monthName })}
      lead={t('handled.sum', { n: format.count(sum), channel: channelName(channel) })}
    >
      {isCountedTwice && (
        <Banner look="wait" icon="alert">
          <p>{t('handled.counted_twice')}</p>
        </Banner>
      )}
      <ErrorSummary errors={Object.entries(problems).map(([key, message]) => ({ id: `handled-${key}`, message }))} />
      <form
        onSubmit={event => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <Lines {...props} lines={lines} entry={entry} />
        {props.mayWrite && (
          <div className={styles.footer}>
            <Button type="submit" isBusy={saving.isPending} aria-disabled={changes === 0}>
              {t('handled.save', { n: format.count(changes) })}
            </Button>
          </div>
        )}
      </form>
      <HandledExport rows={props.rows} />
    </Section>
  )
}

/** More lines than this are searched. */
const MANY = 12

type LinesProps = Props & { lines: Line[]; entry: ReturnType<typeof useEntry> }

function Lines({ lines, entry: { typedIn, type, problems }, monthName, mayWrite }: LinesProps) {
  const { t } = useTranslation('staff')
  const [query, setQuery] = useState('')
  const synonyms = useSynonyms(query !== '')
  const { items: shown, by } = query.trim()
    ? search(lines, query, ({ name, procedure }) => `${name} ${procedure}`, synonyms)
    : { items: lines, by: [] }
  return (
    <>
      {lines.length > MANY && (
        <>
          <SearchField label={t('handled.search')} value={query} onChange={setQuery} />
          <p role="status">
            <SearchedBy names={by} />
          </p>
        </>
      )}
      <table role="table" className={styles.grid}>
        <caption className="vh">{t('handled.of_month', { month: monthName })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[t('visits.procedure'), t('handled.handled'), t('handled.on_time')].map(name => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map(line => (
            <Row
              key={line.key}
              line={line}
              typed={typedIn(line)}
              problem={problems[line.key]}
              mayWrite={mayWrite}
              onType={next => type(line.key, next)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

function HandledExport({ rows }: Pick<Props, 'rows'>) {
  const { t } = useTranslation('staff')
  const channelName = useChannelName()
  const keys = ['month', 'office', 'procedure', 'channel', 'handled', 'on_time'] as const
  const table = () => [
    keys.map(key => t(`handled.file.${key}`)),
    ...rows.map(row => [
      row.month.slice(0, 7),
      row.office_code,
      row.procedure_code,
      row.channel && channelName(row.channel),
      row.handled,
      row.on_time,
    ]),
  ]
  return <ExportButtons name={t('handled.title')} rows={table} />
}

type RowProps = {
  line: Line
  typed: Typed
  problem: string | undefined
  mayWrite: boolean
  onType: (typed: Typed) => void
}

function Row({ line: { key, name, procedure }, typed, problem, mayWrite, onType }: RowProps) {
  const { t } = useTranslation('staff')
  const field = (part: keyof Typed, id: string) =>
    mayWrite ? (
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-label={`${t(`handled.${part}`)}: ${name}`}
        {...(problem && { 'aria-invalid': true, 'aria-describedby': `handled-${key}-error` })}
        value={typed[part]}
        onChange={event => onType({ ...typed, [part]: event.target.value })}
      />
    ) : (
      typed[part] || '–'
    )
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
        {procedure && <span className={styles.code}> {procedure}</span>}
        {problem && (
          <p id={`handled-${key}-error`} className={styles.problem}>
            {problem}
          </p>
        )}
      </th>
      <td role="cell">
        <span className={styles.name} aria-hidden="true">
          {t('handled.handled')}
        </span>
        {field('handled', `handled-${key}`)}
      </td>
      <td role="cell">
        <span className={styles.name} aria-hidden="true">
          {t('handled.on_time')}
        </span>
        {field('on_time', `on-time-${key}`)}
      </td>
    </tr>
  )
}
