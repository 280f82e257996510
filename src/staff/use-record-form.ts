import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form'
import { lastChange } from '../data/audit'
import { type Problem, problemOf } from '../data/problem'
import { queryClient } from '../data/query-client'
import { say } from '../ui/status-line'

/** The field that a refusal speaks of. Every other refusal is said above the form. */
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
  closed_before_opened: 'closed_on',
  ended_before_begun: 'valid_to',
}

type Wanted<Values, Row> = {
  /** The table, as the log names it. */
  subject: 'offices' | 'counters' | 'procedures' | 'fields'
  /** Said when it is done. */
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

/** What somebody else has written meanwhile, and when, as far as the person may know. */
export type Conflict<Row> = { row: Row; who: string | null; at: string | null }
type Outcome<Row> = { saved?: Row; before?: Row | undefined; problem?: Problem; conflict?: Conflict<Row> }

/**
 * A form over one row. What is saved is compared with the row as this person saw it: when somebody else has written it
 * meanwhile, both versions are told and nothing that was typed is lost.
 */
export function useRecordForm<Values extends FieldValues, Row>(wanted: Wanted<Values, Row>) {
  const { valuesOf, keyOf } = wanted
  const form = useForm<Values>({
    defaultValues: valuesOf(wanted.row) as DefaultValues<Values>,
    shouldFocusError: false,
  })
  const [seen, setSeen] = useState(wanted.row)
  const [outcome, setOutcome] = useState<Outcome<Row>>({})
  const { mutateAsync, isPending } = useMutation({
    mutationFn: ({ values, of }: { values: Values; of: Row | undefined }) => wanted.save(values, of),
  })

  const write = async (values: Values, of: Row | undefined) => {
    setOutcome({})
    try {
      const saved = await mutateAsync({ values, of })
      setSeen(saved)
      form.reset(valuesOf(saved))
      setOutcome({ saved, before: of })
      say(wanted.done)
      if (!of) wanted.onCreated?.(saved)
    } catch (error) {
      await told(problemOf(error), values, of)
    }
  }

  const told = async (problem: Problem, values: Values, of: Row | undefined) => {
    const field = fieldOf[problem.key]
    if (field && field in values) form.setError(field as Path<Values>, { type: problem.key })
    else if (problem.key === 'changed_meanwhile' && of) {
      const key = keyOf(of)
      const [row, change] = await Promise.all([
        wanted.latest(key).catch(() => undefined),
        queryClient.fetchQuery(lastChange(wanted.subject, key)).catch(() => null),
      ])
      setOutcome(row ? { conflict: { row, who: change?.who ?? null, at: change?.at ?? null } } : { problem })
    } else setOutcome({ problem })
  }

  return {
    form,
    isPending,
    problem: outcome.problem,
    conflict: outcome.conflict,
    onSubmit: form.handleSubmit(values => (isPending ? undefined : write(values, seen))),
    /** Puts back what stood there before the last save. */
    undo: outcome.saved && outcome.before ? () => write(valuesOf(outcome.before), outcome.saved) : undefined,
    takeTheirs: () => {
      if (!outcome.conflict) return
      setSeen(outcome.conflict.row)
      form.reset(valuesOf(outcome.conflict.row))
      setOutcome({})
    },
    keepMine: () => (outcome.conflict ? write(form.getValues(), outcome.conflict.row) : undefined),
  }
}

export type RecordForm<Values extends FieldValues, Row> = ReturnType<typeof useRecordForm<Values, Row>>
