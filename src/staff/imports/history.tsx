import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Import, importFile, imports, undoImport } from '../../data/imports'
import { problemOf } from '../../data/problem'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { say } from '../../ui/messages/status-line'
import { saveFile } from '../../ui/save-file'
import { type Column, DataTable } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'

/** What was brought in, by whom and when; the last of each kind can be taken back. */
export function ImportHistory() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data, error } = useQuery(imports)
  const [undoing, setUndoing] = useState<Import | null>(null)
  const downloading = useMutation({
    mutationFn: async ({ id }: Import) => {
      const { name, bytes } = await importFile(id)
      saveFile(name, new Blob([bytes]))
    },
  })
  const at = (instant: string) => `${format.timeOf(Date.parse(instant))}, ${format.dayOf(Date.parse(instant))}`
  const isLast = (one: Import) => data?.find(({ kind, undone_at }) => kind === one.kind && !undone_at)?.id === one.id
  const columns: Column<Import>[] = [
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
    { key: 'when', name: t('import.when'), cell: one => at(one.finished_at), sortBy: ({ id }) => id },
    {
      key: 'do',
      name: t('import.do'),
      isNameSilent: true,
      cell: one => (
        <Actions>
          {one.undone_at && <span>{t('import.undone', { who: one.undone_by ?? '', at: at(one.undone_at) })}</span>}
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
      ),
    },
  ]
  return (
    <Section heading={t('import.history')}>
      {downloading.error && (
        <p role="alert">
          <ProblemMessage problem={problemOf(downloading.error)} />
        </p>
      )}
      {error ? (
        <p role="alert">
          <ProblemMessage problem={problemOf(error)} />
        </p>
      ) : data ? (
        <DataTable
          name="history"
          caption={t('import.history')}
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          pageSize={10}
          empty={<Empty title={t('import.none')}>{t('import.none_why')}</Empty>}
        />
      ) : (
        <Skeleton />
      )}
      {undoing && <Undo one={undoing} onClose={() => setUndoing(null)} />}
    </Section>
  )
}

function Undo({ one, onClose }: { one: Import; onClose: () => void }) {
  const { t } = useTranslation('staff')
  const undo = useMutation({
    mutationFn: undoImport,
    onSuccess: () => say(t('import.undo_done', { name: one.file_name })),
  })
  return (
    <ConfirmDialog
      title={t('import.undo_ask', { name: one.file_name })}
      confirm={t('import.undo')}
      isDangerous
      onConfirm={() => undo.mutateAsync(one.id)}
      onClose={onClose}
      problem={undo.error && <ProblemMessage problem={problemOf(undo.error)} />}
    >
      <p>{t(one.kind === 'visit_codes' ? 'import.undo_codes' : 'import.undo_what')}</p>
    </ConfirmDialog>
  )
}
