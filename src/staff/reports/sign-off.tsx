import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../data/query-client'
import { officialReport, signReport } from '../../data/reports'
import type { Report, Signature } from '../../lib/figures/report'
import { Button } from '../../ui/button'
import { Actions, TextArea } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import styles from './layout.module.css'
import { useClassName, useScoreText } from './words'

const aboutComment = ['report_comment_missing', 'publication_names_somebody', 'text_too_long', 'text_unreadable']
const fieldOf = Object.fromEntries(aboutComment.map(key => [key, 'report-comment']))

/** Who put their name to the report, with what comment; a head signs once, and anew after something has changed. */
export function SignOff({ report, maySign }: { report: Report; maySign: boolean }) {
  const { t } = useTranslation('staff')
  const { signature } = report
  return (
    <Section heading={t('reports.sign_off')}>
      {signature ? <Signed signature={signature} /> : <p>{t('reports.unsigned')}</p>}
      {maySign && (!signature || signature.changed) && <SignForm report={report} />}
    </Section>
  )
}

function Signed({ signature: { by, at, version, comment, changed } }: { signature: Signature }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return (
    <>
      {changed && (
        <Banner look="wait" icon="alert">
          {t('reports.changed')}
        </Banner>
      )}
      <p>{t('reports.signed', { who: by, at: format.instantOf(Date.parse(at)), version })}</p>
      <blockquote className={styles.comment} lang="vi">
        {comment}
      </blockquote>
    </>
  )
}

function SignForm({ report }: { report: Report }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const scoreText = useScoreText()
  const className = useClassName()
  const { register, handleSubmit } = useForm({ defaultValues: { comment: '' } })
  const saving = useSaving(signReport, t('reports.signed_now'), ({ key }) => {
    if (key === 'changed_meanwhile') return queryClient.invalidateQueries(officialReport(report.office, report.period))
  })
  // Once it is signed, the form is gone.
  const submit = handleSubmit(async ({ comment }) => {
    await saving.save({ report, comment })
  })
  const key = saving.problem?.key
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <SaveProblem saving={saving} fieldOf={fieldOf} />
      <p>{t('reports.signing', { score: scoreText(report), class: className(report.class) })}</p>
      <TextArea
        id="report-comment"
        lang="vi"
        label={t('reports.comment')}
        hint={t('reports.comment_hint')}
        error={key && fieldOf[key] ? sentence({ key }) : undefined}
        {...register('comment')}
      />
      <Actions>
        <Button type="submit" isBusy={saving.isSaving}>
          {t('reports.sign')}
        </Button>
      </Actions>
    </form>
  )
}
