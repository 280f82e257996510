import { useSuspenseQuery } from '@tanstack/react-query'
import { feedbackKinds } from '../../data/feedback/calls'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { localDay } from '../../lib/dates/day'
import { byName } from '../../lib/text/format'
import { TextArea, TextField } from '../../ui/forms/form-field'
import { RadioList } from '../../ui/forms/radio-list'
import { useFormats } from '../../ui/use-formats'
import type { Draft } from '../shell/draft'
import { useFeedbackWords } from '../shell/words'
import { Choice } from './choice'
import styles from './page.module.css'
import { idOf, useProblem } from './problem-summary'
import { lengthOf, MOST_LETTERS, type Problems } from './rules'

type Props = { draft: Draft; problems: Problems; change: (part: Partial<Draft>) => void }

const kinds = [...feedbackKinds, 'complaint', 'denunciation'] as const

export function KindStep({ draft, problems, change }: Props) {
  const { t } = useFeedbackWords()
  const sentence = useProblem()
  return (
    <fieldset id={idOf('kind')} className={styles.question} aria-describedby="kind-lead">
      <legend tabIndex={-1}>
        <h1>{t('new.kind.question')}</h1>
      </legend>
      <p id="kind-lead" className={styles.lead}>
        {t('new.kind.lead')}
      </p>
      {problems.kind && <p className={styles.why}>{sentence(problems.kind)}</p>}
      <RadioList
        name="kind"
        items={[...kinds]}
        keyOf={kind => kind}
        chosen={draft.kind || null}
        onChoose={kind => change({ kind })}
      >
        {kind => t(`new.kind.${kind}`)}
      </RadioList>
    </fieldset>
  )
}

export function PlaceStep({ draft, problems, change }: Props) {
  const { t } = useFeedbackWords()
  const sentence = useProblem()
  const { data: places } = useSuspenseQuery(offices)
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const today = localDay()
  const open = places
    .filter(({ opened_on, closed_on }) => (opened_on ?? '') <= today && (closed_on ?? today) >= today)
    .toSorted((a, b) => byName(a.name, b.name))
  const sorted = procedures.toSorted((a, b) => byName(a.name, b.name))
  const isNeeded = draft.kind === 'procedure' || draft.kind === 'idea'
  return (
    <div className={styles.question}>
      <h1 tabIndex={-1}>{t('new.place.question')}</h1>
      <Choice
        id={idOf('office')}
        label={t('new.place.office')}
        find={t('new.place.find_office')}
        error={sentence(problems.office)}
        items={open}
        chosen={draft.office}
        onChoose={office => change({ office })}
      />
      <Choice
        id={idOf('procedure')}
        label={t(isNeeded ? 'new.place.procedure' : 'new.place.procedure_optional')}
        find={t('new.place.find_procedure')}
        error={sentence(problems.procedure)}
        items={sorted}
        chosen={draft.procedure}
        onChoose={procedure => change({ procedure })}
      />
    </div>
  )
}

export function TextStep({ draft, problems, change }: Props) {
  const { t } = useFeedbackWords()
  const format = useFormats()
  const sentence = useProblem()
  const left = MOST_LETTERS - lengthOf(draft.text)
  return (
    <div className={styles.question}>
      <h1 tabIndex={-1}>{t('new.text.question')}</h1>
      <TextArea
        id={idOf('text')}
        label={t('new.text.label')}
        hint={t('new.text.hint')}
        error={sentence(problems.text)}
        rows={8}
        value={draft.text}
        onChange={event => change({ text: event.target.value })}
      />
      <p className={left < 0 ? styles.why : styles.left} role="status">
        {left < 0 && t('new.text.over', { n: format.count(-left) })}
        {left >= 0 && left < 500 && t('new.text.left', { n: format.count(left) })}
      </p>
    </div>
  )
}

export function PersonStep({ draft, problems, change }: Props) {
  const { t } = useFeedbackWords()
  const sentence = useProblem()
  const field = (name: 'name' | 'address' | 'phone') => ({
    id: idOf(name),
    label: t(`new.person.${name}`),
    error: sentence(problems[name]),
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  return (
    <>
      <fieldset id={idOf('who')} className={styles.question}>
        <legend tabIndex={-1}>
          <h1>{t('new.person.question')}</h1>
        </legend>
        {problems.who && <p className={styles.why}>{sentence(problems.who)}</p>}
        <RadioList
          name="who"
          items={['named', 'anonymous'] as ('named' | 'anonymous')[]}
          keyOf={who => who}
          chosen={draft.who || null}
          onChoose={who => change({ who })}
        >
          {who => (
            <>
              {t(`new.person.${who}`)}
              <small className={styles.hint}>{t(`new.person.${who}_hint`)}</small>
            </>
          )}
        </RadioList>
      </fieldset>
      {draft.who === 'named' && (
        <div className={styles.question}>
          <TextField autoComplete="name" maxLength={500} {...field('name')} />
          <TextField autoComplete="street-address" maxLength={500} {...field('address')} />
          <TextField type="tel" inputMode="tel" autoComplete="tel" {...field('phone')} />
        </div>
      )}
    </>
  )
}
