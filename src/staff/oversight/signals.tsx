import { useSuspenseQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { reviewSignal, type Signal, signals } from '../../data/oversight'
import { Button } from '../../ui/button'
import { Actions, Fields, SelectField, TextArea } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import { useProblemSentence } from '../../ui/messages/problem-message'
import { useFormats } from '../../ui/use-formats'
import styles from '../records/cards.module.css'
import { SaveProblem, useSaving } from '../records/save'
import { useQueryParam } from '../shared/use-query-param'

type Own = ReadonlyMap<string, string>
const shown = ['open', 'reviewed'] as const

/** Where offices stand out from the others: questions to look into, each with how it may be harmless. */
export function Signals({ own }: { own: Own }) {
  const { t } = useTranslation('staff')
  const [which, setWhich] = useQueryParam('signals', shown)
  const { data } = useSuspenseQuery(signals)
  const found = data.filter(one => own.has(one.office) && one.reviews.length > 0 === (which === 'reviewed'))
  return (
    <Section heading={t('oversight.signals')} lead={t('oversight.signals_lead')}>
      <SelectField
        label={t('oversight.show')}
        value={which}
        onChange={({ target }) => setWhich(target.value as typeof which)}
      >
        {shown.map(one => (
          <option key={one} value={one}>
            {t(`oversight.shown.${one}`)}
          </option>
        ))}
      </SelectField>
      {found.length === 0 && <Empty title={t(`oversight.no_signal.${which}`)}>{t('oversight.no_signal_why')}</Empty>}
      <ul className={styles.list}>
        {found.map(signal => (
          <SignalCard key={signal.id} signal={signal} office={own.get(signal.office) ?? ''} />
        ))}
      </ul>
    </Section>
  )
}

function SignalCard({ signal, office }: { signal: Signal; office: string }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { kind, quarter, reviews } = signal
  const number = (n: number) => format.count(Math.round(n))
  const words = {
    observed: number(signal.observed),
    of: number(signal.of),
    expected: number(signal.expected),
    threshold: number(signal.threshold),
  }
  const period = t('good_practice.quarter', {
    quarter: format.quarter(Math.ceil(Number(quarter.slice(5, 7)) / 3)),
    year: quarter.slice(0, 4),
  })
  return (
    <li className={styles.card}>
      <div>
        <h3>{t(`oversight.signal.${kind}.question`)}</h3>
        <p className={styles.about}>
          <span lang="vi">{office}</span> · {period}
        </p>
      </div>
      <p>
        {t(`oversight.signal.${kind}.seen`, words)}{' '}
        {t(`oversight.${kind === 'little_variance' ? 'below' : 'above'}`, words)}
      </p>
      <p>{t(`oversight.signal.${kind}.harmless`)}</p>
      {reviews.map(({ found, note, by, on }) => (
        <div key={`${on} ${by} ${note}`}>
          <p className={styles.about}>
            <b>{t(found ? 'oversight.found' : 'oversight.not_found')}</b>{' '}
            {t('oversight.reviewed', { by, on: format.day(on) })}
          </p>
          <blockquote className={styles.said} lang="vi">
            {note}
          </blockquote>
        </div>
      ))}
      <ReviewForm signal={signal.id} />
    </li>
  )
}

const aboutNote = ['review_missing', 'text_too_long', 'text_unreadable']

function ReviewForm({ signal }: { signal: number }) {
  const { t } = useTranslation('staff')
  const sentence = useProblemSentence()
  const { register, handleSubmit, reset } = useForm({ defaultValues: { found: 'false', note: '' } })
  const saving = useSaving(reviewSignal, t('oversight.review_saved'))
  const id = `review-${signal}`
  const fieldOf = Object.fromEntries(aboutNote.map(key => [key, id]))
  const submit = handleSubmit(async draft => {
    if (await saving.save({ id: signal, ...draft })) reset()
  })
  const key = saving.problem?.key
  return (
    <details>
      <summary>{t('oversight.review')}</summary>
      <form onSubmit={submit} noValidate>
        <Fields>
          <SaveProblem saving={saving} fieldOf={fieldOf} />
          <TextArea
            id={id}
            lang="vi"
            label={t('oversight.note')}
            hint={t('oversight.note_hint')}
            error={key && fieldOf[key] ? sentence({ key }) : undefined}
            {...register('note')}
          />
          <SelectField label={t('oversight.outcome')} {...register('found')}>
            {(['false', 'true'] as const).map(one => (
              <option key={one} value={one}>
                {t(one === 'true' ? 'oversight.found' : 'oversight.not_found')}
              </option>
            ))}
          </SelectField>
          <Actions>
            <Button type="submit" isBusy={saving.isSaving}>
              {t('oversight.review_save')}
            </Button>
          </Actions>
        </Fields>
      </form>
    </details>
  )
}
