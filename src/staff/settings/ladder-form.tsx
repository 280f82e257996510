import { useSuspenseQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../data/query-client'
import { type RuleChange, ruleChanges } from '../../data/rule-changes'
import { publicationLadder, saveLadder } from '../../data/settings-admin'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import styles from './page.module.css'

type Rung = { rung: number; after_days: number; keys: string[]; earliest_days: number }

/** No rung is longer (private.save_ladder). */
const LONGEST = 180

/** After how many days a rating gives up which key, so that it can be published with others. */
export function LadderForm({ planned, mayChange }: { planned: RuleChange | undefined; mayChange: boolean }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: now } = useSuspenseQuery(publicationLadder)
  // Steps are changed from what they are going to be.
  const days = planned && (planned.value as number[])
  const rungs = now.map((rung, i) => ({ ...rung, after_days: days?.[i] ?? rung.after_days }))
  const seen = rungs.map(({ after_days }) => after_days)
  return (
    <Section heading={t('settings.ladder')} lead={t('settings.ladder_lead')}>
      {planned && (
        <p className={styles.why}>
          {t('settings.planned_ladder', {
            day: format.day(planned.valid_from),
            now: now.map(({ after_days }) => after_days).join(', '),
          })}
        </p>
      )}
      {mayChange ? <Form key={seen.join()} rungs={rungs} seen={seen} /> : <Read rungs={rungs} />}
    </Section>
  )
}

function useRungName() {
  const { t } = useTranslation('staff')
  return ({ keys }: Rung) =>
    keys.length === 0
      ? t('settings.keys.none')
      : keys.map(key => t(`settings.keys.${key as 'procedure' | 'field' | 'channel' | 'trust' | 'parent'}`)).join(', ')
}

function Read({ rungs }: { rungs: Rung[] }) {
  const { t } = useTranslation('staff')
  const name = useRungName()
  return (
    <ol className={styles.rungs}>
      {rungs.map(rung => (
        <li key={rung.rung}>{t('settings.rung', { keys: name(rung), n: rung.after_days })}</li>
      ))}
    </ol>
  )
}

function Form({ rungs, seen }: { rungs: Rung[]; seen: number[] }) {
  const { t } = useTranslation('staff')
  const id = useId()
  const name = useRungName()
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { days: seen.map(String) } })
  const saving = useSaving(
    (days: number[]) => saveLadder(days, seen),
    t('settings.decided', { what: t('settings.ladder') }),
  )
  const submit = handleSubmit(async ({ days }) => {
    const numbers = days.map(day => (/^\d+$/.test(day.trim()) ? Number(day) : Number.NaN))
    const least = (i: number) => Math.max(numbers[i - 1] ?? 0, rungs[i]?.earliest_days ?? 0)
    const wrong = numbers.findIndex((n, i) => !(n <= (i === 0 ? 0 : LONGEST)) || n < least(i))
    if (wrong < 0) await saving.save(numbers)
    else setError(`days.${wrong}`, { message: t('refusal.ladder_malformed') })
  })
  const errors = rungs.flatMap((_, i) => {
    const message = formState.errors.days?.[i]?.message
    return message ? [{ id: `${id}-${i}`, message }] : []
  })
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <SaveProblem
        saving={saving}
        subject="rule_changes"
        rowKey="ladder"
        onLoad={() => void queryClient.invalidateQueries({ queryKey: ruleChanges.queryKey })}
      />
      <div className={styles.rungs}>
        {rungs.map((rung, i) => (
          <div key={rung.rung}>
            <span id={`${id}-${i}-keys`}>{name(rung)}</span>
            <TextField
              id={`${id}-${i}`}
              label={t('settings.after_days')}
              aria-label={t('settings.after_days_for', { keys: name(rung) })}
              hint={t('settings.earliest', { low: rung.earliest_days, high: i === 0 ? 0 : LONGEST })}
              error={formState.errors.days?.[i]?.message}
              inputMode="numeric"
              {...register(`days.${i}`)}
            />
          </div>
        ))}
      </div>
      <Button type="submit" look="quiet" isBusy={saving.isSaving}>
        {t('settings.save_ladder')}
      </Button>
    </form>
  )
}
