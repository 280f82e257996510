import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../data/offices'
import { offices } from '../../data/offices'
import { procedureNames, proceduresOffered } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { makeVisitCodes, visitCodeAllowance } from '../../data/visits'
import { addDays, localDay } from '../../lib/dates/day'
import { serviceChannels } from '../../lib/lists'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { Actions, Fields, SelectField, TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import { OfficePicker, useOfficePicker } from '../shared/office-picker'
import { useChannelName } from '../shared/use-channel-name'
import { type VisitCodes, VisitSlips } from '../shared/visit-slips'
import { StaffPage } from '../shell/page'
import { useRights } from '../shell/use-rights'
import { VisitBatches } from './batches'
import { VisitKeys } from './keys'
import { VisitQuarters } from './quarters'

export async function loader() {
  await Promise.all(
    [offices, procedureNames, settings].map(query => queryClient.ensureQueryData(query as typeof offices)),
  )
  return null
}

const inDays = (days: number) => addDays(localDay(), days)

/** Codes for finished dossiers: made here, handed out on slips or by message. */
export function Component() {
  const { t } = useTranslation('staff')
  const choice = useOfficePicker()
  const [made, setMade] = useState<VisitCodes | null>(null)
  const { office } = choice
  const { mayAt } = useRights()
  return (
    <StaffPage
      title={t('visits.title')}
      lead={t('visits.lead')}
      actions={
        <ButtonLink look="quiet" to={`${paths.staff.imports()}?kind=visit_codes`}>
          {t('visits.import')}
        </ButtonLink>
      }
    >
      <OfficePicker {...choice} />
      {made && <VisitSlips made={[made]} />}
      <Order key={office.code} office={office} onMade={setMade} />
      <VisitBatches office={office.code} />
      {mayAt('manage_visit_keys', office.code) && <VisitKeys key={office.code} office={office} />}
      <VisitQuarters office={office.code} />
    </StaffPage>
  )
}

type Draft = { procedure: string; channel: VisitCodes['channel']; count: string; expires_on: string }

function Order({ office, onMade }: { office: Office; onMade: (made: VisitCodes) => void }) {
  const { t } = useTranslation('staff')
  const form = useForm<Draft>({
    defaultValues: { procedure: '', channel: 'counter', count: '', expires_on: inDays(30) },
  })
  const saving = useSaving(makeVisitCodes, t('visits.done'))
  const submit = form.handleSubmit(async draft => {
    const procedure = draft.procedure || null
    const saved = await saving.save({ ...draft, office: office.code, procedure, count: Number(draft.count) })
    if (!saved) return
    onMade({
      codes: saved.result,
      office: office.code,
      procedure,
      channel: draft.channel,
      expiresOn: draft.expires_on,
    })
    window.scrollTo({ top: 0 })
  })
  return (
    <Section heading={t('visits.new')}>
      <form onSubmit={submit} noValidate>
        <Fields>
          <SaveProblem saving={saving} />
          <OrderFields office={office} form={form} />
          <Actions>
            <Button type="submit" isBusy={saving.isSaving}>
              {t('visits.make')}
            </Button>
          </Actions>
        </Fields>
      </form>
    </Section>
  )
}

function OrderFields({ office, form }: { office: Office; form: UseFormReturn<Draft> }) {
  const { t } = useTranslation('staff')
  const channelName = useChannelName()
  const format = useFormats()
  const { data: offered } = useSuspenseQuery(proceduresOffered(office.code))
  const { data: allowance } = useSuspenseQuery(visitCodeAllowance(office.code))
  const { register, formState } = form
  const { errors } = formState
  return (
    <>
      <TextField
        label={t('visits.count')}
        hint={t('visits.count_hint', { made: format.count(allowance.made), limit: format.count(allowance.limit) })}
        error={errors.count && t('refusal.count_invalid')}
        inputMode="numeric"
        {...register('count', {
          validate: count => /^\d{1,4}$/.test(count.trim()) && +count >= 1 && +count <= 5000,
        })}
      />
      <SelectField label={t('visits.procedure')} hint={t('visits.procedure_hint')} {...register('procedure')}>
        <option value="">{t('visits.any_procedure')}</option>
        {offered.map(({ procedures: { code, name } }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('parts.channel')} {...register('channel')}>
        {serviceChannels.map(channel => (
          <option key={channel} value={channel}>
            {channelName(channel)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('visits.expires')}
        hint={t('visits.expires_hint')}
        error={errors.expires_on && t('refusal.expires_on_invalid')}
        type="date"
        min={inDays(0)}
        max={inDays(366)}
        {...register('expires_on', { validate: day => day >= inDays(0) && day <= inDays(366) })}
      />
    </>
  )
}
