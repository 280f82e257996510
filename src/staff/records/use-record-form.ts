import { useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form'
import type { Problem } from '../../data/problem'
import { cleaned } from './record-values'
import { useSaving } from './save'

/** The field that a refusal is about. Every other refusal is shown above the form. */
const fieldOf: Record<string, string> = {
  name_missing: 'name',
  name_taken: 'name',
  code_malformed: 'code',
  code_taken: 'code',
  procedure_code_malformed: 'code',
  kind_missing: 'kind',
  parent_unknown: 'parent_code',
  parent_in_circle: 'parent_code',
  channel_missing: 'channel',
  procedure_field_unknown: 'field_code',
  url_malformed: 'official_url',
  documents_url_malformed: 'documents_url',
  closed_before_opened: 'closed_on',
  ended_before_begun: 'valid_to',
}

type Options<Values, Row> = {
  /** The table, as the log names it. */
  subject: 'offices' | 'counters' | 'procedures' | 'fields'
  /** Announced when it is saved. */
  done: string
  /** The row as the form shows it; undefined for a new one. */
  row: Row | undefined
  keyOf: (row: Row) => string
  valuesOf: (row: Row | undefined) => Values
  save: (values: Values, seen: Row | undefined) => Promise<Row>
  /** The row as it is now. */
  latest: (key: string) => Promise<Row | undefined>
  onCreated?: (row: Row) => void
}

/** conflict: the row as somebody else has saved it meanwhile. */
type Outcome<Row> = { saved?: Row; before?: Row | undefined; problem?: Problem; conflict?: Row }

/**
 * A form over one row. What is saved is compared with the row as this person saw it: when somebody else has saved it
 * meanwhile, both versions are shown and nothing that was typed is lost.
 */
export function useRecordForm<Values extends FieldValues, Row>(options: Options<Values, Row>) {
  const { valuesOf, keyOf } = options
  const form = useForm<Values>({
    defaultValues: valuesOf(options.row) as DefaultValues<Values>,
    shouldFocusError: false,
  })
  const [seen, setSeen] = useState(options.row)
  const [outcome, setOutcome] = useState<Outcome<Row>>({})
  const showRefusal = async (problem: Problem, { values, of }: { values: Values; of: Row | undefined }) => {
    const field = fieldOf[problem.key]
    if (field && field in values) form.setError(field as Path<Values>, { type: problem.key })
    else {
      const isConflict = problem.key === 'changed_meanwhile' && of
      const row = isConflict ? await options.latest(keyOf(of)).catch(() => undefined) : undefined
      setOutcome(row ? { conflict: row } : { problem })
    }
  }
  const saving = useSaving(
    ({ values, of }: { values: Values; of: Row | undefined }) => options.save(cleaned(values), of),
    options.done,
    showRefusal,
  )

  const write = async (values: Values, of: Row | undefined) => {
    setOutcome({})
    const saved = (await saving.save({ values, of }))?.result
    if (!saved) return
    setSeen(saved)
    form.reset(valuesOf(saved))
    setOutcome({ saved, before: of })
    if (!of) options.onCreated?.(saved)
  }

  return {
    form,
    isPending: saving.isSaving,
    problem: outcome.problem,
    conflict: outcome.conflict,
    /** For finding in the log who changed it. */
    subject: options.subject,
    keyOf,
    onSubmit: form.handleSubmit(values => (saving.isSaving ? undefined : write(values, seen))),
    /** Puts back what was there before the last save. */
    undo: outcome.saved && outcome.before ? () => write(valuesOf(outcome.before), outcome.saved) : undefined,
    loadSaved: () => {
      if (!outcome.conflict) return
      setSeen(outcome.conflict)
      form.reset(valuesOf(outcome.conflict))
      setOutcome({})
    },
    saveTyped: () => (outcome.conflict ? write(form.getValues(), outcome.conflict) : undefined),
  }
}

export type RecordForm<Values extends FieldValues, Row> = ReturnType<typeof useRecordForm<Values, Row>>
