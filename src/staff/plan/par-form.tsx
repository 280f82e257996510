import { useSuspenseQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { type ParIndex, parIndex } from '../../data/plan'
import { type ParDraft, saveParIndex } from '../../data/plan-admin'
import { queryClient } from '../../data/query-client'
import { cellText } from '../../lib/files/cell-values'
import { byName } from '../../lib/text/format'
import { Button } from '../../ui/button'
import { Actions, Fields, SelectField, TextField } from '../../ui/forms/form-field'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { emptyToNull } from '../records/record-values'
import { SaveProblem, useSaving } from '../records/save'
import styles from './layout.module.css'

type Values = Record<keyof ParIndex, string>
const empty: Values = {
  office_code: '',
  year: '',
  score: '',
  rank: '',
  ranked_units: '',
  group_name: '',
  source: '',
}

/** The field that a refusal is about. */
const fields: Record<string, keyof Values> = {
  office_unknown: 'office_code',
  par_year_malformed: 'year',
  par_year_taken: 'year',
  par_score_malformed: 'score',
  par_rank_malformed: 'rank',
  par_rank_alone: 'rank',
  par_rank_above_units: 'rank',
  par_source_missing: 'source',
}
const idOf = (field: string) => `par-${field}`
const fieldOf = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, idOf(field)]))

const valuesOf = (row: ParIndex | undefined): Values =>
  row ? (Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])) as Values) : empty

const draftOf = (typed: Values): ParDraft => ({
  ...emptyToNull(typed),
  year: cellText('number', typed.year),
  score: cellText('decimal', typed.score),
  rank: cellText('number', typed.rank),
  ranked_units: cellText('number', typed.ranked_units),
})

/** One year of one unit; a year that is there already can be taken out. */
export function ParForm({ row, onDone }: { row: ParIndex | undefined; onDone: () => void }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const { data: all } = useSuspenseQuery(offices)
  const { register, handleSubmit } = useForm<Values>({ defaultValues: valuesOf(row) })
  const refresh = () => queryClient.invalidateQueries(parIndex)
  const saving = useSaving(saveParIndex, t('plan.par_saved'), refresh)
  const removing = useSaving(saveParIndex, t('plan.par_removed'), refresh)
  const key = saving.problem?.key
  const submit = handleSubmit(async typed => {
    if (await saving.save({ par: draftOf(typed), seen: row })) onDone()
  })
  const field = (name: keyof Values) => ({
    id: idOf(name),
    error: key && fields[key] === name ? sentence({ key }) : undefined,
    ...register(name),
  })
  const unit = all.find(({ code }) => code === row?.office_code)?.name
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <h3>{row ? t('plan.par_change', { unit, year: row.year }) : t('plan.par_new')}</h3>
      <SaveProblem saving={saving} fieldOf={fieldOf} />
      <SaveProblem saving={removing} />
      <Fields>
        {!row && <UnitField {...field('office_code')} />}
        {!row && <TextField inputMode="numeric" label={t('plan.par_year')} {...field('year')} />}
        <TextField inputMode="decimal" label={t('plan.par_score')} {...field('score')} />
        <TextField inputMode="numeric" label={t('forms.optional', { label: t('plan.par_rank') })} {...field('rank')} />
        <TextField
          inputMode="numeric"
          label={t('forms.optional', { label: t('plan.par_units') })}
          {...field('ranked_units')}
        />
        <TextField lang="vi" label={t('forms.optional', { label: t('plan.par_group') })} {...field('group_name')} />
        <TextField lang="vi" label={t('plan.par_source')} {...field('source')} />
      </Fields>
      <Actions>
        <Button type="submit" isBusy={saving.isSaving}>
          {t('plan.par_save')}
        </Button>
        {row && (
          <Button
            look="danger"
            onClick={async () => {
              if (await removing.save({ par: { ...draftOf(valuesOf(row)), score: null }, seen: row })) onDone()
            }}
          >
            {t('plan.par_remove')}
          </Button>
        )}
        <Button look="quiet" onClick={onDone}>
          {t('parts.cancel')}
        </Button>
      </Actions>
    </form>
  )
}

function UnitField(field: Omit<ComponentProps<typeof SelectField>, 'label'>) {
  const { t } = useTranslation('staff')
  const { data: all } = useSuspenseQuery(offices)
  return (
    <SelectField lang="vi" {...field} label={t('plan.par_unit')}>
      <option value="">{t('forms.choose')}</option>
      {all
        .toSorted((a, b) => byName(a.name, b.name))
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </SelectField>
  )
}
