import type { ComponentProps } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../data/query-client'
import { type ReportEntry, type ReportRule, reportEntries, saveReportEntry } from '../../data/reports'
import { cellText } from '../../lib/files/cell-values'
import { Button } from '../../ui/button'
import { Actions, Fields, TextArea, TextField } from '../../ui/forms/form-field'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { SaveProblem, useSaving } from '../records/save'
import styles from './layout.module.css'
import { usePeriodName } from './words'

type Values = { two: string; one: string; zero: string; points: string; evidence: string; link: string }

/** The field that a refusal is about. */
const fields: Record<string, keyof Values> = {
  report_counts_malformed: 'two',
  report_points_missing: 'two',
  report_points_malformed: 'points',
  report_points_above_two: 'points',
  report_points_twice: 'points',
  report_evidence_missing: 'evidence',
  text_too_long: 'evidence',
  text_unreadable: 'evidence',
  url_malformed: 'link',
}
const idOf = (field: string) => `report-${field}`
const fieldOf = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, idOf(field)]))

type Props = { office: string; period: string; rule: ReportRule | undefined; seen: ReportEntry | undefined }

/** The points of an index and what they rest on. What was said before stays: this becomes the next entry. */
export function EntryForm({ office, period, rule, seen }: Props) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const periodName = usePeriodName()
  const { register, handleSubmit, reset } = useForm<Values>({
    defaultValues: { two: '', one: '', zero: '', points: '', evidence: '', link: '' },
  })
  // Emptied as soon as it is stored: after the lists have come anew, somebody may be typing the next one.
  const store = async (entry: Parameters<typeof saveReportEntry>[0]) => {
    await saveReportEntry(entry)
    reset()
  }
  const saving = useSaving(store, t('reports.saved'), problem => {
    if (problem.key === 'changed_meanwhile') return queryClient.invalidateQueries(reportEntries(office, period))
  })
  const submit = handleSubmit(async ({ evidence, link, two, one, zero, points }) => {
    const numbers = { two: cellText('number', two), one: cellText('number', one), zero: cellText('number', zero) }
    const place = { office_code: office, period, index: String(rule?.index ?? '') }
    const rest = { points: cellText('decimal', points), evidence, link: link.trim() || null }
    await saving.save({ draft: { ...place, ...numbers, ...rest }, seen })
  })
  const key = saving.problem?.key
  const field = (name: keyof Values) => ({
    id: idOf(name),
    error: key && fields[key] === name ? sentence({ key }) : undefined,
    ...register(name),
  })
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <h3 lang="vi">
        {rule?.name}, {periodName(period)}
      </h3>
      <p>{t('reports.form_lead')}</p>
      <SaveProblem saving={saving} fieldOf={fieldOf} />
      <EntryFields rule={rule} field={field} mayWithdraw={seen !== undefined} />
      <Actions>
        <Button type="submit" isBusy={saving.isSaving}>
          {t('reports.save')}
        </Button>
      </Actions>
    </form>
  )
}

type FieldsProps = {
  rule: ReportRule | undefined
  field: (name: keyof Values) => ComponentProps<'input'> & { error: string | undefined }
  mayWithdraw: boolean
}

function EntryFields({ rule, field, mayWithdraw }: FieldsProps) {
  const { t } = useTranslation('staff')
  return (
    <Fields>
      <TextField inputMode="numeric" label={t('reports.two', { rule: rule?.two_points })} {...field('two')} />
      <TextField inputMode="numeric" label={t('reports.one', { rule: rule?.one_point })} {...field('one')} />
      <TextField inputMode="numeric" label={t('reports.zero', { rule: rule?.zero_points })} {...field('zero')} />
      <TextField inputMode="decimal" label={t('reports.whole')} hint={t('reports.whole_hint')} {...field('points')} />
      {mayWithdraw && <p>{t('reports.withdraw_hint')}</p>}
      <TextArea
        lang="vi"
        label={t('reports.evidence')}
        hint={t('reports.evidence_hint')}
        {...(field('evidence') as ComponentProps<'textarea'>)}
        error={field('evidence').error}
      />
      <TextField
        inputMode="url"
        label={t('forms.optional', { label: t('plan.link') })}
        hint={t('procedures.official_url_hint')}
        {...field('link')}
      />
    </Fields>
  )
}
