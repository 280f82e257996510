import { useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { inviteMember, type Member } from '../../data/members'
import { offices } from '../../data/offices'
import type { Role } from '../../data/session'
import { localDay } from '../../lib/dates/day'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { Actions, Fields, SelectField, TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { say } from '../../ui/messages/status-line'
import { SaveProblem, useSaving } from '../records/save'
import { useStaff } from '../shell/membership'
import styles from './page.module.css'

type Invitation = { email: string; office: string; role: Role }

/** A coordinator invites for the office and everything below it, a head invites clerks for their own. */
export function InviteForm() {
  const { t } = useTranslation('staff')
  const { membership } = useStaff()
  const { data: places } = useSuspenseQuery(offices)
  const [invited, setInvited] = useState<Member>()
  const id = useId()
  const isHead = membership.role === 'head'
  const within = isHead ? places.filter(({ code }) => code === membership.office) : below(places, membership.office)
  const { register, handleSubmit, reset, formState } = useForm<Invitation>({
    defaultValues: { email: '', office: membership.office, role: 'clerk' },
  })
  const saving = useSaving(inviteMember, ({ email }: Member) => t('members.invited', { email }))
  const submit = handleSubmit(async invitation => {
    const saved = await saving.save({ ...invitation, email: invitation.email.trim() })
    if (!saved) return
    setInvited(saved.result)
    reset()
  })
  return (
    <Section heading={t('members.invite')} lead={t(isHead ? 'members.invite_head' : 'members.invite_lead')}>
      <form onSubmit={submit} noValidate className={styles.passing}>
        <SaveProblem
          saving={saving}
          fieldOf={{ email_malformed: `${id}-email`, member_already: `${id}-email`, office_closed: `${id}-office` }}
        />
        <Fields>
          <TextField
            id={`${id}-email`}
            label={t('members.email')}
            hint={t('members.email_hint')}
            type="email"
            error={formState.errors.email && t('refusal.email_malformed')}
            {...register('email', { required: true, pattern: /^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$/ })}
          />
          <SelectField id={`${id}-office`} label={t('members.office')} {...register('office')}>
            {within.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('members.role')} {...register('role')}>
            {(isHead ? (['clerk'] as const) : (['clerk', 'head', 'auditor', 'coordinator'] as const)).map(role => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </SelectField>
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

/** The office and all below it that are open, each after the one above it. */
function below(
  places: { code: string; name: string; parent_code: string | null; closed_on: string | null }[],
  top: string,
) {
  const under = (code: string): typeof places =>
    places
      .filter(place => place.code === code)
      .flatMap(place => [
        place,
        ...places.filter(({ parent_code }) => parent_code === code).flatMap(child => under(child.code)),
      ])
  const today = localDay()
  return under(top).filter(({ closed_on }) => !closed_on || closed_on >= today)
}

/** No mail leaves by itself: the invited person hears it from somebody they know. */
function PassOn({ member, office }: { member: Member; office: string }) {
  const { t } = useTranslation('staff')
  const address = new URL(paths.staff.home(), window.location.origin).href
  const text = t('members.pass_on_text', { role: t(`role.${member.role}`), office, address, email: member.email })
  const subject = t('members.pass_on_subject')
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    say(t('members.copied'))
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
