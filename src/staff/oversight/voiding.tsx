import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  batchNumbered,
  confirmVoid,
  proposeVoid,
  type VoidProposal,
  voidProposals,
  withdrawVoid,
} from '../../data/oversight'
import { toProblem } from '../../data/problem'
import { Button } from '../../ui/button'
import { Actions, Fields, TextArea, TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage, useProblemSentence } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import { useFormats } from '../../ui/use-formats'
import styles from '../records/cards.module.css'
import { SaveProblem, useSaving } from '../records/save'
import { useStaff } from '../shell/membership'

type Own = ReadonlyMap<string, string>

/** Proposals to void a batch, and proposing one. Two people do it together; the database says who may. */
export function Voiding({ own }: { own: Own }) {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const { data: proposals } = useSuspenseQuery(voidProposals)
  const shown = proposals.filter(({ office }) => own.has(office))
  const mayVoid = may('void_as_auditor') || may('void_as_coordinator')
  return (
    <>
      <Section heading={t('oversight.voiding')} lead={t('oversight.voiding_lead')}>
        {shown.length === 0 && <Empty title={t('oversight.no_proposal')} />}
        <ul className={styles.list}>
          {shown.map(proposal => (
            <Proposal key={proposal.id} proposal={proposal} office={own.get(proposal.office) ?? ''} mayVoid={mayVoid} />
          ))}
        </ul>
      </Section>
      {mayVoid && (
        <Section heading={t('oversight.propose')}>
          <ProposalForm own={own} />
        </Section>
      )}
    </>
  )
}

function Proposal({ proposal, office, mayVoid }: { proposal: VoidProposal; office: string; mayVoid: boolean }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const [asked, setAsked] = useState<'confirm' | 'withdraw'>()
  const { batch, n, released_on, proposed_by, proposed_on, open_until, decided_by, decided_on, state } = proposal
  const words = {
    batch: format.count(batch),
    n: format.count(n),
    released: format.day(released_on),
    by: proposed_by,
    on: format.day(proposed_on),
    until: format.day(open_until),
    decider: decided_by ?? '',
    decided: decided_on ? format.day(decided_on) : '',
  }
  const isOpen = state === 'open' && mayVoid
  return (
    <li className={styles.card}>
      <div>
        <h3>{t('oversight.batch', words)}</h3>
        <p className={styles.about}>
          <span lang="vi">{office}</span> · {t('oversight.batch_about', words)}
        </p>
      </div>
      <blockquote className={styles.said} lang="vi">
        {proposal.reason}
      </blockquote>
      <p>
        <b>{t(`oversight.state.${state}`)}</b> {t(`oversight.state_about.${state}`, words)}
      </p>
      {isOpen && (
        <Actions>
          {proposal.is_mine ? (
            <Button look="quiet" onClick={() => setAsked('withdraw')}>
              {t('oversight.withdraw')}
            </Button>
          ) : (
            <Button onClick={() => setAsked('confirm')}>{t('oversight.confirm')}</Button>
          )}
        </Actions>
      )}
      {asked && <Ask what={asked} proposal={proposal} words={words} onClose={() => setAsked(undefined)} />}
    </li>
  )
}

type AskProps = {
  what: 'confirm' | 'withdraw'
  proposal: VoidProposal
  words: { batch: string; n: string }
  onClose: () => void
}

/** Asks before a batch is voided, which nobody can undo, or a proposal is taken back. */
function Ask({ what, proposal, words, onClose }: AskProps) {
  const { t } = useTranslation('staff')
  const act = useMutation({ mutationFn: what === 'confirm' ? confirmVoid : withdrawVoid })
  return (
    <ConfirmDialog
      title={t(`oversight.ask_${what}`, words)}
      confirm={t(`oversight.${what}`)}
      isDangerous={what === 'confirm'}
      problem={act.error && <ProblemMessage problem={toProblem(act.error)} />}
      onConfirm={async () => {
        await act.mutateAsync(proposal)
        announce(t(`oversight.${what}_done`, words))
      }}
      onClose={onClose}
    >
      <p>{t(`oversight.ask_${what}_what`, words)}</p>
    </ConfirmDialog>
  )
}

const ofBatch = ['batch_unknown', 'batch_voided', 'void_proposed_already']
const ofReason = ['reason_missing', 'text_too_long', 'text_unreadable']
const fieldOf = Object.fromEntries([
  ...ofBatch.map(key => [key, 'void-batch']),
  ...ofReason.map(key => [key, 'void-reason']),
])

function ProposalForm({ own }: { own: Own }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const { register, handleSubmit, reset, control } = useForm({ defaultValues: { batch: '', reason: '' } })
  const saving = useSaving(proposeVoid, t('oversight.proposed'))
  const number = useWatch({ control, name: 'batch' }).trim()
  const submit = handleSubmit(async draft => {
    if (await saving.save(draft)) reset()
  })
  const key = saving.problem?.key
  const errorAt = (field: string) => (key && fieldOf[key] === field ? sentence({ key }) : undefined)
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <SaveProblem saving={saving} fieldOf={fieldOf} />
        <TextField
          id="void-batch"
          inputMode="numeric"
          autoComplete="off"
          label={t('oversight.number')}
          hint={t('oversight.number_hint')}
          error={errorAt('void-batch')}
          {...register('batch')}
        />
        {/^\d{1,9}$/.test(number) && <BatchFacts number={number} own={own} />}
        <TextArea
          id="void-reason"
          lang="vi"
          label={t('oversight.reason')}
          hint={t('oversight.reason_hint')}
          error={errorAt('void-reason')}
          {...register('reason')}
        />
        <Actions>
          <Button type="submit" isBusy={saving.isSaving}>
            {t('oversight.propose_save')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}

/** What the typed number stands for, before somebody writes a reason about another batch. */
function BatchFacts({ number, own }: { number: string; own: Own }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: batch } = useQuery(batchNumbered(number))
  if (batch === undefined) return null
  return (
    <p className={styles.about} role="status">
      {batch === null
        ? t('oversight.no_batch')
        : t('oversight.batch_facts', {
            office: own.get(batch.office_code) ?? batch.office_code,
            n: format.count(batch.n),
            released: format.day(batch.released_on),
          })}
    </p>
  )
}
