import { useSuspenseQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type PlanIndicator, type PlanTargetChange, planIndicators, planTargetChanges } from '../../data/plan'
import { savePlanTarget } from '../../data/plan-admin'
import { queryClient } from '../../data/query-client'
import { localDay } from '../../lib/dates/day'
import { targetOn } from '../../lib/figures/plan'
import { cellText } from '../../lib/files/cell-values'
import { Button } from '../../ui/button'
import { Actions, Fields, SelectField, TextArea, TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { useProblemSentence } from '../../ui/messages/problem-message'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import { ExportedTable } from '../shared/exported-table'
import styles from './layout.module.css'
import { useIndicatorName } from './words'

/** The targets as they are and as they are planned, every change with its reason, and deciding another. */
export function PlanTargets({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation('staff')
  const { data: indicators } = useSuspenseQuery(planIndicators)
  const { data: changes } = useSuspenseQuery(planTargetChanges)
  return (
    <Section heading={t('plan.targets')} lead={t('plan.targets_lead')} rows={indicators.length}>
      <ExportedTable
        name="plan-targets"
        caption={t('plan.targets')}
        columns={useColumns(changes)}
        rows={indicators}
        rowKey={({ code }) => code}
        empty={null}
      />
      {mayChange && <TargetForm key={changes.length} indicators={indicators} changes={changes} />}
    </Section>
  )
}

const planned = (code: string, changes: PlanTargetChange[]) =>
  changes.findLast(change => change.indicator_code === code && change.valid_from > localDay())

function useColumns(changes: PlanTargetChange[]): Column<PlanIndicator>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const nameOf = useIndicatorName()
  const written = ({ unit }: PlanIndicator, target: number) =>
    unit === 'rank' ? t('plan.target_rank', { n: format.count(target) }) : format.wholePercent(target)
  return [
    { key: 'indicator', name: t('plan.indicator'), cell: ({ code }) => nameOf(code) },
    {
      key: 'target',
      name: t('plan.target'),
      isNumber: true,
      cell: one => written(one, targetOn(one.code, one.target, changes, localDay())),
    },
    {
      key: 'planned',
      name: t('plan.target_planned'),
      cell: one => {
        const next = planned(one.code, changes)
        if (!next) return '–'
        return t('plan.target_from', { target: written(one, next.target), day: format.day(next.valid_from) })
      },
    },
  ]
}

type Values = { indicator_code: string; target: string; valid_from: string; reason: string }

/** The field that a refusal is about. */
const fields: Record<string, keyof Values> = {
  plan_indicator_unknown: 'indicator_code',
  plan_target_malformed: 'target',
  plan_target_out_of_bounds: 'target',
  plan_target_unchanged: 'target',
  day_malformed: 'valid_from',
  plan_target_day_passed: 'valid_from',
  plan_target_day_far: 'valid_from',
  plan_target_reason_missing: 'reason',
  text_too_long: 'reason',
  text_unreadable: 'reason',
}
const idOf = (field: string) => `target-${field}`
const fieldOf = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, idOf(field)]))

function TargetForm({ indicators, changes }: { indicators: PlanIndicator[]; changes: PlanTargetChange[] }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const nameOf = useIndicatorName()
  const { register, handleSubmit } = useForm<Values>({
    defaultValues: { indicator_code: '', target: '', valid_from: '', reason: '' },
  })
  const saving = useSaving(savePlanTarget, t('plan.target_saved'), () =>
    queryClient.invalidateQueries(planTargetChanges),
  )
  const submit = handleSubmit(async typed => {
    const seen = changes.findLast(change => change.indicator_code === typed.indicator_code)
    const draft = { ...typed, target: cellText('number', typed.target), valid_from: typed.valid_from || null }
    await saving.save({ draft, seen })
  })
  const key = saving.problem?.key
  const field = (name: keyof Values) => ({
    id: idOf(name),
    error: key && fields[key] === name ? sentence({ key }) : undefined,
    ...register(name),
  })
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <h3>{t('plan.target_change')}</h3>
      <SaveProblem saving={saving} fieldOf={fieldOf} />
      <Fields>
        <SelectField label={t('plan.indicator')} {...field('indicator_code')}>
          <option value="">{t('forms.choose')}</option>
          {indicators.map(({ code }) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </SelectField>
        <TextField inputMode="numeric" label={t('plan.target_new')} hint={t('plan.target_hint')} {...field('target')} />
        <TextField type="date" label={t('plan.target_day')} hint={t('plan.target_day_hint')} {...field('valid_from')} />
      </Fields>
      <TextArea lang="vi" label={t('plan.target_reason')} hint={t('plan.target_reason_hint')} {...field('reason')} />
      <Actions>
        <Button type="submit" isBusy={saving.isSaving}>
          {t('plan.target_save')}
        </Button>
      </Actions>
    </form>
  )
}
