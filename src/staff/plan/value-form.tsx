import { type ComponentProps, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type PlanIndicator, type PlanValue, planValuesOf } from '../../data/plan'
import { savePlanValue } from '../../data/plan-admin'
import { queryClient } from '../../data/query-client'
import { firstDay } from '../../lib/figures/plan'
import { cellText } from '../../lib/files/cell-values'
import { Button } from '../../ui/button'
import { FileField } from '../../ui/forms/file-field'
import { Actions, Fields, TextArea, TextField } from '../../ui/forms/form-field'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { SaveProblem, useSaving } from '../records/save'
import styles from './layout.module.css'
import { useIndicatorName, useQuarterName } from './words'

/** As in the database, to answer before the file has travelled. */
const LARGEST = 3_000_000

type Values = { part: string; whole: string; value: string; as_of: string; evidence: string; link: string }

/** The field that a refusal is about. */
const fields: Record<string, keyof Values | 'file'> = {
  plan_value_missing: 'part',
  plan_counts_malformed: 'part',
  plan_part_above_whole: 'part',
  plan_value_malformed: 'value',
  plan_value_above_hundred: 'value',
  plan_value_twice: 'value',
  day_malformed: 'as_of',
  plan_day_outside: 'as_of',
  plan_evidence_missing: 'evidence',
  text_too_long: 'evidence',
  text_unreadable: 'evidence',
  url_malformed: 'link',
  evidence_file_too_large: 'file',
  evidence_file_unreadable: 'file',
}
const idOf = (field: string) => `plan-${field}`
const fieldOf = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, idOf(field)]))

const typedOrNull = (text: string) => text.trim() || null

type Props = { office: string; quarter: string; indicator: PlanIndicator; seen: PlanValue | undefined }

/** A value and what it rests on. What was said before is never written over: this becomes the next entry. */
export function PlanValueForm({ office, quarter, indicator, seen }: Props) {
  const { t } = useTranslation('staff')
  const nameOf = useIndicatorName()
  const quarterName = useQuarterName()
  const [file, setFile] = useState<File | null>(null)
  const { register, handleSubmit, reset } = useForm<Values>({
    defaultValues: { part: '', whole: '', value: '', as_of: '', evidence: '', link: '' },
  })
  // Emptied as soon as it is stored: after the lists have come anew, somebody may be typing the next one.
  const store = async (entry: Parameters<typeof savePlanValue>[0]) => {
    await savePlanValue(entry)
    reset()
    setFile(null)
  }
  const saving = useSaving(store, t('plan.saved'), problem => {
    if (problem.key === 'changed_meanwhile') return queryClient.invalidateQueries(planValuesOf(office))
  })
  const errorOf = useErrorOf(saving.problem?.key)
  const submit = handleSubmit(async typed => {
    const draft = {
      indicator_code: indicator.code,
      office_code: office,
      quarter: firstDay(quarter) ?? '',
      part: cellText('number', typed.part),
      whole: cellText('number', typed.whole),
      value: cellText('decimal', typed.value),
      as_of: typedOrNull(typed.as_of),
      evidence: typed.evidence,
      link: typedOrNull(typed.link),
      file,
    }
    await saving.save({ draft, seen })
  })
  const field = (name: keyof Values) => ({ id: idOf(name), error: errorOf(name), ...register(name) })
  const isThere = seen?.value != null
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <h3>{t('plan.form', { indicator: nameOf(indicator.code), quarter: quarterName(quarter) })}</h3>
      <p>{t('plan.form_lead')}</p>
      <SaveProblem saving={saving} fieldOf={fieldOf} />
      <Fields>
        <ValueFields field={field} isThere={isThere} />
        <EvidenceFile file={file} error={errorOf('file')} onFile={setFile} />
      </Fields>
      <Actions>
        <Button type="submit" isBusy={saving.isSaving}>
          {t('plan.save')}
        </Button>
      </Actions>
    </form>
  )
}

type FieldsProps = {
  field: (name: keyof Values) => ComponentProps<'input'> & { error: string | undefined }
  isThere: boolean
}

function ValueFields({ field, isThere }: FieldsProps) {
  const { t } = useTranslation('staff')
  const optional = (label: string) => t('forms.optional', { label })
  return (
    <>
      <TextField inputMode="numeric" label={t('plan.part')} {...field('part')} />
      <TextField inputMode="numeric" label={t('plan.whole')} {...field('whole')} />
      <TextField inputMode="decimal" label={t('plan.percent')} hint={t('plan.percent_hint')} {...field('value')} />
      {isThere && <p>{t('plan.withdraw_hint')}</p>}
      <TextField type="date" label={optional(t('plan.as_of'))} hint={t('plan.as_of_hint')} {...field('as_of')} />
      <TextArea
        lang="vi"
        label={t('plan.evidence')}
        hint={t('plan.evidence_hint')}
        {...(field('evidence') as ComponentProps<'textarea'>)}
        error={field('evidence').error}
      />
      <TextField
        inputMode="url"
        label={optional(t('plan.link'))}
        hint={t('procedures.official_url_hint')}
        {...field('link')}
      />
    </>
  )
}

/** The sentence of a refusal beside the field that it is about. */
function useErrorOf(key: string | undefined) {
  const sentence = useProblemSentence()
  return (field: keyof Values | 'file') => (key && fields[key] === field ? sentence({ key }) : undefined)
}

type FileProps = { file: File | null; error: string | undefined; onFile: (file: File | null) => void }

function EvidenceFile({ file, error, onFile }: FileProps) {
  const { t } = useTranslation('staff')
  const isTooLarge = file !== null && file.size > LARGEST
  return (
    <div id={idOf('file')} tabIndex={-1}>
      <FileField
        label={t('forms.optional', { label: t('plan.file') })}
        hint={t('plan.file_hint')}
        accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx"
        onFile={onFile}
      />
      {file && (
        <p role="status">
          {t('plan.file_chosen', { name: file.name })}{' '}
          <Button look="quiet" onClick={() => onFile(null)}>
            {t('plan.remove_file')}
          </Button>
        </p>
      )}
      {(error || isTooLarge) && <p className={styles.problem}>{error ?? t('refusal.evidence_file_too_large')}</p>}
    </div>
  )
}
