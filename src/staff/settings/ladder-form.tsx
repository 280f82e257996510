import { useSuspenseQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../data/query-client'
import { publicationLadder, saveLadder } from '../../data/settings-admin'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { SaveProblem, useSaving } from '../records/save'
import styles from './page.module.css'

type Rung = { rung: number; after_days: number; keys: string[] }

/** After how many days a rating gives up which key, so that it can be published with others. */
export function LadderForm({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation('staff')
  const { data: rungs } = useSuspenseQuery(publicationLadder)
  const seen = rungs.map(({ after_days }) => after_days)
  return (
    <Section heading={t('settings.ladder')} lead={t('settings.ladder_lead')}>
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
    t('settings.saved', { what: t('settings.ladder') }),
  )
  const submit = handleSubmit(async ({ days }) => {
    const numbers = days.map(day => (/^\d+$/.test(day.trim()) ? Number(day) : Number.NaN))
    const wrong = numbers.findIndex((n, i) => !(n <= 365) || n < (numbers[i - 1] ?? 0) || (i === 0 && n !== 0))
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
        subject="ladder"
        rowKey={String(rungs.find((_, i) => i > 0)?.rung ?? 1)}
        onLoad={() => void queryClient.invalidateQueries({ queryKey: publicationLadder.queryKey })}
      />
      <div className={styles.rungs}>
        {rungs.map((rung, i) => (
          <div key={rung.rung}>
            <span id={`${id}-${i}-keys`}>{name(rung)}</span>
            <TextField
              id={`${id}-${i}`}
              label={t('settings.after_days')}
              aria-label={t('settings.after_days_for', { keys: name(rung) })}
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
