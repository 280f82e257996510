import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toProblem } from '../../data/problem'
import { type Reform, reforms, undoReform } from '../../data/reforms'
import { utcMidnight } from '../../lib/dates/day'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage, useProblemSentence } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { announce } from '../../ui/messages/status-line'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { LoadProblem } from '../shared/load-problem'

/** What was carried out, and what can still be taken back, or why not. */
export function ReformHistory({ onUndone }: { onUndone: () => void }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data, error } = useQuery(reforms)
  const [undoing, setUndoing] = useState<Reform | null>(null)
  const columns = useColumns(one =>
    one.undone_at || one.obstacle ? (
      <WhyNot one={one} />
    ) : (
      <Actions>
        <Button look="quiet" onClick={() => setUndoing(one)}>
          {t('reform.past.undo')} <span className="vh">{format.day(one.on_date)}</span>
        </Button>
      </Actions>
    ),
  )
  return (
    <Section heading={t('reform.past.history')}>
      {error && <LoadProblem error={error} />}
      {!data && !error && <Skeleton />}
      {data && (
        <ExportedTable
          name="reforms"
          caption={t('reform.past.history')}
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          pageSize={10}
          empty={<Empty title={t('reform.past.none')}>{t('reform.past.none_why')}</Empty>}
        />
      )}
      {undoing && <Undo one={undoing} onUndone={onUndone} onClose={() => setUndoing(null)} />}
    </Section>
  )
}

function useColumns(actions: (one: Reform) => ReactNode): Column<Reform>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return [
    {
      key: 'day',
      name: t('reform.past.day'),
      cell: ({ on_date }) => format.day(on_date),
      sortBy: ({ on_date }) => on_date,
      inFile: ({ on_date }) => utcMidnight(on_date),
    },
    { key: 'opened', name: t('reform.past.opened'), cell: ({ opened }) => opened.join(', ') || '–' },
    { key: 'closed', name: t('reform.past.closed'), cell: ({ closed }) => closed.join(', ') || '–' },
    { key: 'basis', name: t('reform.past.basis'), cell: ({ legal_basis }) => legal_basis ?? '–' },
    { key: 'who', name: t('reform.past.who'), cell: ({ who }) => who },
    { key: 'do', name: t('reform.past.do'), isNameSilent: true, cell: actions },
  ]
}

function WhyNot({ one: { undone_at, undone_by, obstacle, obstacle_at } }: { one: Reform }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const sentence = useProblemSentence()
  if (undone_at) {
    return <>{t('reform.past.undone', { who: undone_by ?? '', at: format.instantOf(Date.parse(undone_at)) })}</>
  }
  const why = sentence({ key: obstacle ?? '' })
  // A later reform is told by its day.
  const place = /^\d{4}-\d\d-\d\d$/.test(obstacle_at ?? '') ? format.day(obstacle_at ?? '') : obstacle_at
  return <>{place ? t('reform.past.obstacle', { why, place }) : why}</>
}

function Undo({ one, onUndone, onClose }: { one: Reform; onUndone: () => void; onClose: () => void }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const undo = useMutation({
    mutationFn: undoReform,
    onSuccess: () => {
      announce(t('reform.past.undo_done'))
      onUndone()
    },
  })
  return (
    <ConfirmDialog
      title={t('reform.past.undo_ask', { day: format.day(one.on_date) })}
      confirm={t('reform.past.undo')}
      isDangerous
      onConfirm={() => undo.mutateAsync(one.id)}
      onClose={onClose}
      problem={undo.error && <ProblemMessage problem={toProblem(undo.error)} />}
    >
      <p>{t('reform.past.undo_what')}</p>
    </ConfirmDialog>
  )
}
