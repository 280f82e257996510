import { useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { inviteMember, type Member } from '../../data/members'
import { offices } from '../../data/offices'
import { type Role, roles } from '../../data/session'
import { localDay } from '../../lib/dates/day'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { Combobox } from '../../ui/forms/combobox'
import { Actions, Fields, SelectField, TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { announce } from '../../ui/messages/status-line'
import { SaveProblem, useSaving } from '../records/save'
import { useStaff } from '../shell/membership'
import { officesBelow } from '../shell/office-tree'
import { appointing, isIndependent } from '../shell/rights'
import styles from './page.module.css'

type Invitation = { email: string; office: string; role: Role; organisation: string }

/** Invites to a role that the person may invite to, at an office that their own role reaches. */
export function InviteForm() {
  const { t } = useTranslation('staff')
  const { membership, reachesBelow, may } = useStaff()
  const { data: places } = useSuspenseQuery(offices)
  const [invited, setInvited] = useState<Member>()
  const id = useId()
  const role = may('appoint_clerks') ? 'clerk' : 'interviewer'
  const form = useForm<Invitation>({ defaultValues: { email: '', office: membership.office, role, organisation: '' } })
  const saving = useSaving(inviteMember, ({ email }: Member) => t('members.invited', { email }))
  const submit = form.handleSubmit(async ({ email, organisation, ...invitation }) => {
    const named = isIndependent(invitation.role) && { organisation }
    const saved = await saving.save({ ...invitation, email: email.trim(), ...named })
    if (!saved) return
    setInvited(saved.result)
    form.reset()
  })
  const lead = t(reachesBelow ? 'members.invite_lead' : 'members.invite_head')
  return (
    <Section heading={t('members.invite')} lead={lead}>
      <form onSubmit={submit} noValidate className={styles.passing}>
        <SaveProblem
          saving={saving}
          fieldOf={{
            email_malformed: `${id}-email`,
            member_already: `${id}-email`,
            interviewer_not_independent: `${id}-email`,
            member_is_interviewer: `${id}-email`,
            organisation_missing: `${id}-organisation`,
            office_closed: `${id}-office`,
            office_has_none_below: `${id}-office`,
          }}
        />
        <Fields>
          <InviteFields id={id} form={form} />
          <Actions>
            <Button type="submit" isBusy={saving.isSaving}>
              {t('members.invite_now')}
            </Button>
          </Actions>
        </Fields>
      </form>
      {invited && (
        <PassOn member={invited} office={places.find(({ code }) => code === invited.office_code)?.name ?? ''} />
      )}
    </Section>
  )
}

function InviteFields({ id, form }: { id: string; form: UseFormReturn<Invitation> }) {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const { register, formState, setValue, watch } = form
  const choices = useOpenOffices().map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <TextField
        id={`${id}-email`}
        label={t('members.email')}
        hint={t('members.email_hint')}
        type="email"
        error={formState.errors.email && t('refusal.email_malformed')}
        {...register('email', { required: true, pattern: /^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$/ })}
      />
      <Combobox
        id={`${id}-office`}
        label={t('members.office')}
        choices={choices}
        value={watch('office')}
        onChange={code => setValue('office', code)}
      />
      <SelectField label={t('members.role')} {...register('role')}>
        {roles
          .filter(role => may(appointing(role)))
          .map(role => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
      </SelectField>
      {isIndependent(watch('role')) && (
        <TextField
          id={`${id}-organisation`}
          label={t('members.organisation')}
          hint={t('members.organisation_hint')}
          maxLength={100}
          error={formState.errors.organisation && t('refusal.organisation_missing')}
          {...register('organisation', { validate: name => name.trim() !== '' })}
        />
      )}
    </>
  )
}

/** The person's office, and where their role reaches that far all below it, as far as they are open. */
function useOpenOffices() {
  const { membership, reachesBelow } = useStaff()
  const { data: places } = useSuspenseQuery(offices)
  const own = places.filter(({ code }) => code === membership.office)
  const reached = reachesBelow ? [...own, ...officesBelow(places, membership.office)] : own
  return reached.filter(({ closed_on }) => !closed_on || closed_on >= localDay())
}

/** No mail leaves by itself: the invited person hears it from somebody they know. */
function PassOn({ member, office }: { member: Member; office: string }) {
  const { t } = useTranslation('staff')
  const address = new URL(paths.staff.home(), window.location.origin).href
  const text = t('members.pass_on_text', { role: t(`role.${member.role}`), office, address, email: member.email })
  const subject = t('members.pass_on_subject')
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    announce(t('members.copied'))
  }
  return (
    <div className={styles.passing}>
      <h3>{t('members.pass_on', { email: member.email })}</h3>
      <p className={styles.text}>{text}</p>
      <Actions>
        <a href={`mailto:${encodeURIComponent(member.email)}?${mailQuery({ subject, body: text })}`}>
          {t('members.open_mail')}
        </a>
        {navigator.clipboard && (
          <Button look="quiet" onClick={copy}>
            {t('members.copy')}
          </Button>
        )}
      </Actions>
    </div>
  )
}

// A mail program takes a plus for a plus (RFC 6068), so this is no form encoding.
const mailQuery = (parts: Record<string, string>) =>
  Object.entries(parts)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
