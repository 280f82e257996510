import { type ReactNode, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { decideNote, type NoteDecision, type PracticeNote, saveNote } from '../../data/comments'
import { queryClient } from '../../data/query-client'
import { Button } from '../../ui/button'
import { Actions, Fields, TextArea, TextField } from '../../ui/forms/form-field'
import { useProblemSentence } from '../../ui/messages/problem-message'
import styles from '../records/cards.module.css'
import { SaveProblem, useSaving } from '../records/save'
import { useStaff } from '../shell/membership'
import { useDoneBy, useQuarterName } from './words'

type Props = {
  office: string
  name: string
  quarter: string
  /** The latest first. */
  versions: PracticeNote[]
}

/** What an office says of a quarter in which it improved: what is public, what waits, and what was before. */
export function NoteCard({ office, name, quarter, versions }: Props) {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const quarterName = useQuarterName()
  const [last] = versions
  const isPublic = ({ state }: PracticeNote) => state === 'published'
  const mayTakeDown = may('write_practice_notes') || may('moderate_good_practice')
  return (
    <li className={styles.card}>
      <div>
        <h3 lang="vi">{name}</h3>
        <p className={styles.about}>{quarterName(quarter)}</p>
      </div>
      {versions.length === 0 && <p>{t('good_practice.note_none')}</p>}
      {versions.filter(isPublic).map(note => (
        <Version key={note.id} note={note}>
          {mayTakeDown && <Decision note={note} decisions={['take_down']} />}
        </Version>
      ))}
      {last && !isPublic(last) && (
        <Version note={last}>
          {last.state === 'waiting' && may('moderate_good_practice') && (
            <Decision note={last} decisions={['publish', 'return']} />
          )}
        </Version>
      )}
      <Earlier versions={versions.filter(note => note !== last && !isPublic(note))} />
      {may('write_practice_notes') && <NoteForm office={office} quarter={quarter} last={last} />}
    </li>
  )
}

function Version({ note, children }: { note: PracticeNote; children?: ReactNode }) {
  const { t } = useTranslation('staff')
  const doneBy = useDoneBy()
  const words = { version: note.version, ...doneBy(note.written_by, note.written_at) }
  return (
    <div>
      <p className={styles.about}>
        <b>{t(`good_practice.note_state.${note.state as 'waiting'}`)}</b>{' '}
        {note.written_by && t('good_practice.note_version', words)} {note.reason}
      </p>
      <blockquote className={styles.said} lang="vi">
        {note.text}
      </blockquote>
      {children}
    </div>
  )
}

function Earlier({ versions }: { versions: PracticeNote[] }) {
  const { t } = useTranslation('staff')
  if (versions.length === 0) return null
  return (
    <details>
      <summary>{t('good_practice.note_earlier', { n: versions.length })}</summary>
      {versions.map(note => (
        <Version key={note.id} note={note} />
      ))}
    </details>
  )
}

function Decision({ note, decisions }: { note: PracticeNote; decisions: NoteDecision[] }) {
  const { t } = useTranslation('staff')
  const { register, getValues } = useForm({ defaultValues: { reason: '' } })
  const saving = useSaving(decideNote, t('good_practice.done'))
  const decide = (decision: NoteDecision) =>
    saving.save({ office: note.office_code, quarter: note.quarter, version: note.version, decision, ...getValues() })
  return (
    <Fields>
      <SaveProblem
        saving={saving}
        subject="practice_notes"
        rowKey={`${note.office_code} ${note.quarter}`}
        onLoad={() => void queryClient.invalidateQueries({ queryKey: ['practice_notes'] })}
      />
      <TextField label={t('good_practice.reason')} hint={t('good_practice.reason_hint')} {...register('reason')} />
      <Actions>
        {decisions.map(decision => (
          <Button
            key={decision}
            look={decision === 'publish' ? 'main' : 'quiet'}
            isBusy={saving.isSaving}
            onClick={() => void decide(decision)}
          >
            {t(`good_practice.note_decide.${decision}`)}
          </Button>
        ))}
      </Actions>
    </Fields>
  )
}

const aboutText = ['practice_text_short', 'practice_text_long', 'publication_names_somebody', 'text_unreadable']

/** A later version is looked at anew; the one that is public stays so until then. */
function NoteForm({ office, quarter, last }: { office: string; quarter: string; last: PracticeNote | undefined }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const { register, handleSubmit, reset } = useForm({ defaultValues: { text: last?.text ?? '' } })
  // As it was when the form was opened: a colleague's words are not overwritten unseen.
  const [seen, setSeen] = useState(last?.version)
  const saving = useSaving(saveNote, t('good_practice.note_saved'))
  const id = `note-${office}-${quarter}`
  const fieldOf = Object.fromEntries(aboutText.map(key => [key, id]))
  const submit = handleSubmit(async ({ text }) => {
    if (await saving.save({ office, quarter, text, seen })) setSeen((seen ?? 0) + 1)
  })
  const key = saving.problem?.key
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <SaveProblem
          saving={saving}
          fieldOf={fieldOf}
          subject="practice_notes"
          rowKey={`${office} ${quarter}`}
          onLoad={() => {
            reset({ text: last?.text ?? '' })
            setSeen(last?.version)
          }}
        />
        <TextArea
          id={id}
          lang="vi"
          label={t('good_practice.note_text')}
          hint={t('good_practice.note_hint')}
          error={key && fieldOf[key] ? sentence({ key }) : undefined}
          {...register('text')}
        />
        <Actions>
          <Button type="submit" isBusy={saving.isSaving}>
            {t('good_practice.note_save')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}
