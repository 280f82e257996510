import { useState } from 'react'
import { type UseFormRegister, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { decidePraise, type NameConsent, type NominatedPraise, type PraiseDecision } from '../../data/comments'
import { queryClient } from '../../data/query-client'
import { Button } from '../../ui/button'
import { Actions, CheckField, Fields, SelectField, TextArea } from '../../ui/forms/form-field'
import { useProblemSentence } from '../../ui/messages/problem-message'
import styles from '../records/cards.module.css'
import { SaveProblem, useSaving } from '../records/save'
import { useStaff } from '../shell/membership'
import { ConsentPart } from './consent'
import { useDoneBy, useQuarterName } from './words'

type Props = {
  praise: NominatedPraise
  office: string
  /** As the office may read it. */
  comment: string | undefined
  consent: NameConsent | undefined
}

/** A comment that was nominated, what is published of it, and who agreed to be named. */
export function PraiseCard({ praise, office, comment, consent }: Props) {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const quarterName = useQuarterName()
  const doneBy = useDoneBy()
  const isOpen = praise.state === 'waiting' || praise.state === 'published'
  return (
    <li className={styles.card}>
      <div>
        <h3 lang="vi">{office}</h3>
        <p className={styles.about}>
          {quarterName(praise.quarter)} ·{' '}
          {praise.nominated_by
            ? t('good_practice.nominated', doneBy(praise.nominated_by, praise.nominated_at))
            : t('good_practice.made_up')}
        </p>
      </div>
      <div>
        <p className={styles.about}>{t('good_practice.comment')}</p>
        <blockquote className={styles.said} lang="vi">
          {comment}
        </blockquote>
      </div>
      {praise.text && (
        <div>
          <p className={styles.about}>{t('good_practice.published_text')}</p>
          <blockquote className={styles.said} lang="vi">
            {praise.text}
          </blockquote>
          {consent && praise.shows_name && <p>{t('good_practice.with_name', { name: consent.officer_name ?? '' })}</p>}
        </div>
      )}
      {!isOpen && (
        <p>
          {t(`good_practice.state.${praise.state as 'declined'}`, doneBy(praise.decided_by, praise.decided_at))}{' '}
          {praise.reason}
        </p>
      )}
      {isOpen && <ConsentPart praise={praise} consent={consent} />}
      {isOpen && may('moderate_good_practice') && <DecisionForm praise={praise} mayShowName={consent !== undefined} />}
    </li>
  )
}

type Draft = { text: string; name: boolean }

/** About the words, so that they are said beside the field. */
const aboutText = [
  'practice_text_short',
  'practice_text_long',
  'publication_names_somebody',
  'praise_repeats_comment',
  'praise_text_names_officer',
  'text_unreadable',
  'text_too_long',
]

/** Written anew by whoever publishes it: a citizen may be known by their own words. */
function DecisionForm({ praise, mayShowName }: { praise: NominatedPraise; mayShowName: boolean }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const decisions: PraiseDecision[] = praise.state === 'waiting' ? ['publish', 'decline'] : ['publish', 'take_down']
  const [decision, setDecision] = useState<PraiseDecision>('publish')
  const { register, handleSubmit, reset } = useForm<Draft>({
    defaultValues: { text: praise.text ?? '', name: praise.shows_name },
  })
  // As it was when the form was opened: what a colleague decides meanwhile is not overwritten unseen.
  const [seen, setSeen] = useState(praise.version)
  const saving = useSaving(decidePraise, t('good_practice.done'))
  const id = `praise-${praise.id}`
  const fieldOf = Object.fromEntries(aboutText.map(key => [key, id]))
  const load = () => {
    reset({ text: praise.text ?? '', name: praise.shows_name })
    setSeen(praise.version)
    void queryClient.invalidateQueries({ queryKey: ['praises'] })
  }
  const submit = handleSubmit(async ({ text, name }) => {
    const draft = { id: praise.id, seen, decision, text: text ?? '', name: Boolean(name) && mayShowName }
    if (await saving.save(draft)) setSeen(seen + 1)
  })
  const key = saving.problem?.key
  const error = key && fieldOf[key] ? sentence({ key }) : undefined
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <SaveProblem saving={saving} fieldOf={fieldOf} subject="praises" rowKey={praise.id} onLoad={load} />
        <SelectField
          label={t('good_practice.decision')}
          value={decision}
          onChange={({ target }) => setDecision(target.value as PraiseDecision)}
        >
          {decisions.map(one => (
            <option key={one} value={one}>
              {t(
                praise.state === 'published' && one === 'publish'
                  ? 'good_practice.decide.change'
                  : `good_practice.decide.${one}`,
              )}
            </option>
          ))}
        </SelectField>
        <Words id={id} decision={decision} mayShowName={mayShowName} register={register} error={error} />
        <Actions>
          <Button type="submit" isBusy={saving.isSaving}>
            {t('good_practice.save')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}

type WordsProps = {
  id: string
  decision: PraiseDecision
  mayShowName: boolean
  register: UseFormRegister<Draft>
  error: string | undefined
}

/** What is published, with or without a name; else why it is not. */
function Words({ id, decision, mayShowName, register, error }: WordsProps) {
  const { t } = useTranslation('staff')
  const isPublishing = decision === 'publish'
  return (
    <>
      <TextArea
        id={id}
        lang="vi"
        label={t(isPublishing ? 'good_practice.text' : 'good_practice.reason')}
        hint={t(isPublishing ? 'good_practice.text_hint' : 'good_practice.reason_hint')}
        error={error}
        {...register('text')}
      />
      {isPublishing && (
        <CheckField
          label={t('good_practice.show_name')}
          hint={mayShowName ? undefined : t('good_practice.no_consent')}
          disabled={!mayShowName}
          {...register('name')}
        />
      )}
    </>
  )
}
