import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endMembership, type Member, members } from '../../data/members'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { roles } from '../../data/session'
import { keepNames } from '../../lib/text/no-break'
import { Button } from '../../ui/button'
import { Section } from '../../ui/layout/section'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage } from '../../ui/messages/problem-message'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { useSaving } from '../records/save'
import { ExportedTable } from '../shared/exported-table'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { appointing } from '../shell/rights'
import { InviteForm } from './invite-form'
import styles from './page.module.css'

export function loader() {
  queryClient.prefetchQuery(members)
  queryClient.prefetchQuery(offices)
  return null
}

/** Who may do what at which office, inviting and ending. */
export function Component() {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const mayInvite = roles.some(role => may(appointing(role)))
  return (
    <StaffPage title={t('members.title')} lead={t('members.lead')}>
      {mayInvite && <InviteForm />}
      <MemberList />
      <Section heading={t('members.roles')}>
        <dl className={styles.roles}>
          {roles.map(role => (
            <div key={role}>
              <dt>{t(`role.${role}`)}</dt>
              <dd>{t(`members.means.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </StaffPage>
  )
}

function MemberList() {
  const { t } = useTranslation('staff')
  const { data: all } = useSuspenseQuery(members)
  const { data: places } = useSuspenseQuery(offices)
  const [isWithEnded, setWithEnded] = useState(false)
  const [ending, setEnding] = useState<Member>()
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const nameOf = (member: Member) => names.get(member.office_code) ?? member.office_code
  return (
    <>
      <ExportedTable
        caption={t('members.caption')}
        columns={useColumns(nameOf, setEnding)}
        rows={all.filter(({ ended_at }) => isWithEnded || !ended_at)}
        rowKey={({ id }) => id}
        searchIn={member => `${member.email} ${nameOf(member)} ${t(`role.${member.role}`)}`}
        searchLabel={t('members.search')}
        empty={<Empty title={t('members.none')}>{t('members.none_next')}</Empty>}
        filters={
          <label className={styles.ended}>
            <input type="checkbox" checked={isWithEnded} onChange={event => setWithEnded(event.target.checked)} />
            {t('members.with_ended')}
          </label>
        }
      />
      {ending && <Ending member={ending} office={nameOf(ending)} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function useColumns(nameOf: (member: Member) => string, onEnd: (member: Member) => void): Column<Member>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const by = (who: string | null) => (who === 'administrator' ? t('audit.administrator') : who)
  const day = (at: string) => format.dayOf(Date.parse(at))
  return [
    { key: 'email', name: t('members.email'), cell: ({ email }) => email, sortBy: ({ email }) => email },
    {
      key: 'role',
      name: t('members.role'),
      cell: ({ role, organisation }) => (organisation ? `${t(`role.${role}`)} · ${organisation}` : t(`role.${role}`)),
      sortBy: ({ role }) => t(`role.${role}`),
    },
    {
      key: 'office',
      name: t('members.office'),
      cell: member => <span lang="vi">{keepNames(nameOf(member))}</span>,
      sortBy: nameOf,
    },
    {
      key: 'since',
      name: t('members.since'),
      cell: member => t('members.since_by', { day: day(member.since), who: by(member.invited_by) }),
      sortBy: ({ since }) => since,
    },
    {
      key: 'state',
      name: t('members.state'),
      cell: member =>
        member.ended_at ? (
          t('members.ended_by', { day: day(member.ended_at), who: by(member.ended_by) })
        ) : (
          <EndButton member={member} onEnd={onEnd} />
        ),
      isNameSilent: true,
    },
  ]
}

/** Whoever may invite to a role may also end it, but nobody ends their own. */
function EndButton({ member, onEnd }: { member: Member; onEnd: (member: Member) => void }) {
  const { t } = useTranslation('staff')
  const { me, may } = useStaff()
  if (member.email === me.email || !may(appointing(member.role))) return null
  return (
    <Button look="danger" onClick={() => onEnd(member)}>
      {t('members.end')}
      <span className="vh"> {member.email}</span>
    </Button>
  )
}

function Ending({ member, office, onClose }: { member: Member; office: string; onClose: () => void }) {
  const { t } = useTranslation('staff')
  const values = { who: member.email, role: t(`role.${member.role}`), office }
  const saving = useSaving(endMembership, t('members.was_ended', values))
  const end = async () => {
    if (!(await saving.save(member.id))) throw new Error('refused')
  }
  return (
    <ConfirmDialog
      title={t('members.end_question', values)}
      confirm={t('members.end_yes')}
      isDangerous
      onConfirm={end}
      onClose={onClose}
      problem={saving.problem && <ProblemMessage problem={saving.problem} />}
    >
      <p>{t('members.end_effect')}</p>
    </ConfirmDialog>
  )
}
