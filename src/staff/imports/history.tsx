import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Import, importFile, imports, undoImport } from '../../data/imports'
import { toProblem } from '../../data/problem'
import { localMinute } from '../../lib/dates/day'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { announce } from '../../ui/messages/status-line'
import { saveFile } from '../../ui/save-file'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import { LoadProblem } from '../shared/load-problem'

/** What was imported, by whom and when; the last of each kind can be undone. */
export function ImportHistory() {
  const { t } = useTranslation('staff')
  const { data, error } = useQuery(imports)
  const [undoing, setUndoing] = useState<Import | null>(null)
  const downloading = useMutation({
    mutationFn: async ({ id }: Import) => {
      const { name, bytes } = await importFile(id)
      saveFile(name, new Blob([bytes]))
    },
  })
  const isLast = (one: Import) => data?.find(({ kind, undone_at }) => kind === one.kind && !undone_at)?.id === one.id
  const columns = useColumns(one => (
    <Actions>
      <Undone one={one} />
      {one.may_undo && isLast(one) && (
        <Button look="quiet" onClick={() => setUndoing(one)}>
          {t('import.undo')} <span className="vh">{one.file_name}</span>
        </Button>
      )}
      {one.may_download && (
        <Button look="quiet" onClick={() => downloading.mutate(one)}>
          {t('import.download')} <span className="vh">{one.file_name}</span>
        </Button>
      )}
    </Actions>
  ))
  const problem = downloading.error ?? error
  return (
    <Section heading={t('import.history')}>
      {problem && <LoadProblem error={problem} />}
      {!data && !error && <Skeleton />}
      {data && (
        <ExportedTable
          name="history"
          caption={t('import.history')}
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          pageSize={10}
          empty={<Empty title={t('import.none')}>{t('import.none_why')}</Empty>}
        />
      )}
      {undoing && <Undo one={undoing} onClose={() => setUndoing(null)} />}
    </Section>
  )
}

function useColumns(actions: (one: Import) => ReactNode): Column<Import>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return [
    {
      key: 'file',
      name: t('import.file_name'),
      cell: ({ file_name }) => file_name,
      sortBy: ({ file_name }) => file_name,
    },
    { key: 'kind', name: t('import.kind'), cell: ({ kind }) => t(`import.kinds.${kind}`), sortBy: ({ kind }) => kind },
    {
      key: 'rows',
      name: t('import.result'),
      cell: ({ added, changed }) => t('import.wrote', { added: format.count(added), changed: format.count(changed) }),
    },
    { key: 'who', name: t('import.who'), cell: ({ who }) => who, sortBy: ({ who }) => who },
    {
      key: 'when',
      name: t('import.when'),
      cell: ({ finished_at }) => format.instantOf(Date.parse(finished_at)),
      sortBy: ({ id }) => id,
      inFile: ({ finished_at }) => localMinute(Date.parse(finished_at)),
    },
    { key: 'do', name: t('import.do'), isNameSilent: true, cell: actions },
  ]
}

function Undone({ one: { undone_at, undone_by } }: { one: Import }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  if (!undone_at) return null
  return <span>{t('import.undone', { who: undone_by ?? '', at: format.instantOf(Date.parse(undone_at)) })}</span>
}

function Undo({ one, onClose }: { one: Import; onClose: () => void }) {
  const { t } = useTranslation('staff')
  const undo = useMutation({
    mutationFn: undoImport,
    onSuccess: () => announce(t('import.undo_done', { name: one.file_name })),
  })
  return (
    <ConfirmDialog
      title={t('import.undo_ask', { name: one.file_name })}
      confirm={t('import.undo')}
      isDangerous
      onConfirm={() => undo.mutateAsync(one.id)}
      onClose={onClose}
      problem={undo.error && <ProblemMessage problem={toProblem(undo.error)} />}
    >
      <p>{t(one.kind === 'visit_codes' ? 'import.undo_codes' : 'import.undo_what')}</p>
    </ConfirmDialog>
  )
}
