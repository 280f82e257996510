import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../data/offices'
import { toProblem } from '../../data/problem'
import { makeVisitKey, revokeVisitKey, type VisitKey, visitKeys } from '../../data/visits'
import { utcMidnight } from '../../lib/dates/day'
import { Button } from '../../ui/button'
import { Actions, Fields, TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { announce } from '../../ui/messages/status-line'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { useFormErrors } from '../records/form-errors'
import { SaveProblem, useSaving } from '../records/save'
import { ExportedTable } from '../shared/exported-table'
import { LoadProblem } from '../shared/load-problem'
import styles from './keys.module.css'

/** The keys with which the office's one-stop software has codes made: made, shown once, and revoked. */
export function VisitKeys({ office }: { office: Office }) {
  const { t } = useTranslation('staff')
  const { data, error } = useQuery(visitKeys(office.code))
  const [asked, setAsked] = useState<VisitKey>()
  const revoke = useMutation({ mutationFn: (key: VisitKey) => revokeVisitKey(key.id) })
  const columns = useColumns(setAsked)
  return (
    <Section heading={t('visits.keys')} lead={t('visits.keys_lead')}>
      {error && <LoadProblem error={error} />}
      {!data && !error && <Skeleton />}
      {data && (
        <ExportedTable
          caption={t('visits.keys')}
          name="keys"
          rows={data}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<Empty title={t('visits.no_key')} />}
        />
      )}
      <NewKey office={office} />
      {asked && (
        <ConfirmDialog
          title={t('visits.ask_revoke', { name: asked.name })}
          confirm={t('visits.revoke')}
          isDangerous
          problem={revoke.error && <ProblemMessage problem={toProblem(revoke.error)} />}
          onConfirm={async () => {
            await revoke.mutateAsync(asked)
            announce(t('visits.key_revoked'))
          }}
          onClose={() => {
            setAsked(undefined)
            revoke.reset()
          }}
        >
          <p>{t('visits.ask_revoke_what')}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

function NewKey({ office }: { office: Office }) {
  const { t } = useTranslation('staff')
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { name: '' } })
  const errors = useFormErrors(formState.errors)
  const saving = useSaving((name: string) => makeVisitKey(office.code, name), t('visits.key_made'))
  const [key, setKey] = useState<string>()
  const submit = handleSubmit(async ({ name }) => {
    const saved = await saving.save(name)
    if (!saved) return
    setKey(saved.result.key)
    reset()
  })
  return (
    <form className={styles.make} onSubmit={submit} noValidate>
      <Fields>
        <SaveProblem saving={saving} />
        {key && (
          <div role="status">
            <p>{t('visits.key_once')}</p>
            <p>
              <code className={styles.key}>{key}</code>
            </p>
          </div>
        )}
        <TextField
          label={t('visits.key_name')}
          hint={t('visits.key_name_hint')}
          error={errors.of('name')}
          maxLength={60}
          {...register('name', { validate: { name_missing: value => value.trim() !== '' } })}
        />
        <Actions>
          <Button type="submit" look="quiet" isBusy={saving.isSaving}>
            {t('visits.make_key')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}

function useColumns(revoke: (key: VisitKey) => void): Column<VisitKey>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return [
    { key: 'name', name: t('visits.key_name'), cell: ({ name }) => name },
    { key: 'ending', name: t('visits.key_ending'), cell: ({ ending }) => <code>…{ending}</code> },
    {
      key: 'made_on',
      name: t('visits.key_made_on'),
      cell: ({ made_on }) => format.day(made_on),
      inFile: ({ made_on }) => utcMidnight(made_on),
    },
    { key: 'made_by', name: t('visits.key_made_by'), cell: ({ made_by }) => made_by },
    {
      key: 'state',
      name: t('visits.key_state'),
      cell: ({ revoked_on }) =>
        revoked_on ? t('visits.key_ended', { day: format.day(revoked_on) }) : t('visits.key_in_use'),
    },
    {
      key: 'revoke',
      name: t('visits.revoke'),
      isNameSilent: true,
      cell: key =>
        key.revoked_on ? null : (
          <Button look="quiet" onClick={() => revoke(key)}>
            {t('visits.revoke')}
          </Button>
        ),
    },
  ]
}
