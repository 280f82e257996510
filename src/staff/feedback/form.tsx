import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { actOnPetition, type Petition, type PetitionAction, type PetitionFields } from '../../data/feedback/work'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { localDay } from '../../lib/dates/day'
import { byName } from '../../lib/text/format'
import { Button } from '../../ui/button'
import { Actions, Fields, SelectField, TextArea } from '../../ui/forms/form-field'
import { SaveProblem, useSaving } from '../records/save'
import { TemplateField } from '../shared/template-field'

type Step = Exclude<PetitionAction, 'take'>
type Draft = Required<PetitionFields>

/** What may be done with a petition in its state. */
function stepsOf({ state, publication }: Petition): Step[] {
  if (state === 'answered') return publication ? [] : ['publish', 'keep']
  if (state === 'waiting') return ['answer', 'forward', 'refuse']
  return state === 'received' || state === 'handling' ? ['answer', 'ask', 'forward', 'refuse'] : []
}

/** The next step. Of two people who take one, the second is told so, and nothing is overwritten. */
export function PetitionForm({ petition }: { petition: Petition }) {
  const { t } = useTranslation('staff')
  const steps = stepsOf(petition)
  const [step, setStep] = useState<Step | undefined>(steps[0])
  const form = useForm<Draft>({ defaultValues: { text: '', answer: '', office: '' } })
  const saving = useSaving(actOnPetition, t('feedback.done'))
  if (!step) return null
  const submit = form.handleSubmit(({ text, answer, office }) => {
    const fields = {
      ...(step !== 'keep' && { text }),
      ...(step === 'publish' && { answer }),
      ...(step === 'forward' && { office }),
    }
    return saving.save({ id: petition.id, action: step, seen: petition.version, fields })
  })
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <SaveProblem
          saving={saving}
          subject="feedback"
          rowKey={petition.id}
          onLoad={() => void queryClient.invalidateQueries({ queryKey: ['petitions'] })}
        />
        <SelectField label={t('feedback.action')} value={step} onChange={e => setStep(e.target.value as Step)}>
          {steps.map(one => (
            <option key={one} value={one}>
              {t(`feedback.actions.${one}`)}
            </option>
          ))}
        </SelectField>
        {step === 'forward' && <OfficeField petition={petition} form={form} />}
        {(step === 'answer' || step === 'refuse' || step === 'ask') && (
          <TemplateField office={petition.office_code} onChoose={text => form.setValue('text', text)} />
        )}
        {step !== 'keep' && <TextFields step={step} form={form} />}
        <Actions>
          <Button type="submit" isBusy={saving.isSaving}>
            {t('feedback.send')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}

type FieldProps = { form: UseFormReturn<Draft> }

function TextFields({ step, form }: FieldProps & { step: Exclude<Step, 'keep'> }) {
  const { t } = useTranslation('staff')
  const { errors } = form.formState
  const isNeeded = step !== 'forward'
  const rule = { validate: (text: string) => !isNeeded || text.trim() !== '' }
  return (
    <>
      <TextArea
        label={t(`feedback.text.${step}`)}
        rows={6}
        maxLength={4000}
        error={errors.text && t('refusal.reply_missing')}
        {...form.register('text', rule)}
      />
      {step === 'publish' && (
        <TextArea
          label={t('feedback.published_answer')}
          rows={4}
          maxLength={4000}
          error={errors.answer && t('refusal.reply_missing')}
          {...form.register('answer', rule)}
        />
      )}
    </>
  )
}

/** The offices that are open, without the petition's own. */
function OfficeField({ petition, form }: FieldProps & { petition: Petition }) {
  const { t } = useTranslation('staff')
  const { data } = useSuspenseQuery(offices)
  const today = localDay()
  const open = data
    .filter(({ code, closed_on: closed }) => code !== petition.office_code && (closed ?? today) >= today)
    .toSorted((a, b) => byName(a.name, b.name))
  return (
    <SelectField
      label={t('feedback.to')}
      error={form.formState.errors.office && t('refusal.office_unknown')}
      {...form.register('office', { required: true })}
    >
      <option value="">{t('feedback.choose_office')}</option>
      {open.map(({ code, name }) => (
        <option key={code} value={code} lang="vi">
          {name}
        </option>
      ))}
    </SelectField>
  )
}
