import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Comment, type DueOn, stateOf } from '../../data/comments'
import { factors } from '../../data/details'
import { folded } from '../../lib/text/words'
import { Combobox } from '../../ui/forms/combobox'
import { SelectField } from '../../ui/forms/form-field'
import { SearchField } from '../../ui/search/search-field'
import { OfficePicker, type useOfficePicker } from '../shared/office-picker'
import styles from './layout.module.css'

const states = ['waiting', 'overdue', 'praise', 'answered', 'handled', 'forgotten', 'all'] as const

/** Which comments are shown, by the query of the address. */
export function useCommentFilters() {
  const [query, setQuery] = useSearchParams()
  const state = states.find(one => one === query.get('state')) ?? 'waiting'
  const asked = (name: string) => query.get(name) ?? ''
  const isWanted = (comment: Comment, dueOn: DueOn) => {
    const now = stateOf(comment, dueOn)
    const isOfState = state === 'all' || state === now || (state === 'waiting' && (now === 'open' || now === 'overdue'))
    const factor = asked('factor')
    const isOfFactor = !factor || comment.praised.includes(factor) || comment.improve.includes(factor)
    const isOfProcedure = !asked('procedure') || comment.procedure_code === asked('procedure')
    return isOfState && isOfFactor && isOfProcedure && folded(comment.text).includes(folded(asked('q')))
  }
  return {
    state,
    asked,
    /** Tells one question from another. */
    key: [state, ...['factor', 'procedure', 'q', 'comment'].map(asked)].join(' '),
    /** The comment that the address names: nothing else is shown then. */
    one: asked('comment'),
    page: Math.max(1, Math.floor(Number(query.get('page'))) || 1),
    /** What waits comes first by its day, everything else the latest first. */
    found: (comments: Comment[], dueOn: DueOn) => {
      if (asked('comment')) return comments.filter(({ id }) => id === asked('comment'))
      const found = comments.filter(comment => isWanted(comment, dueOn))
      return state === 'waiting' || state === 'overdue' ? found.toReversed() : found
    },
    change: (name: string, value: string) =>
      setQuery(
        before => {
          if (value) before.set(name, value)
          else before.delete(name)
          if (name !== 'page') before.delete('page')
          before.delete('comment')
          return before
        },
        { replace: name === 'q', preventScrollReset: true },
      ),
  }
}

type Props = {
  filters: ReturnType<typeof useCommentFilters>
  choice: ReturnType<typeof useOfficePicker>
  comments: Comment[]
  procedureName: (code: string) => string
}

export function CommentFilters({ filters: { state, asked, change }, choice, comments, procedureName }: Props) {
  const { t } = useTranslation('staff')
  const { t: tPublic } = useTranslation()
  const named = [...new Set(comments.flatMap(({ procedure_code }) => procedure_code ?? []))]
  return (
    <>
      <div className={styles.filters}>
        <OfficePicker {...choice} />
        <SelectField label={t('comments.show')} value={state} onChange={event => change('state', event.target.value)}>
          {states.map(one => (
            <option key={one} value={one}>
              {t(`comments.state.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('comments.factor')}
          value={asked('factor')}
          onChange={event => change('factor', event.target.value)}
        >
          <option value="">{t('comments.all_factors')}</option>
          {factors.map(one => (
            <option key={one} value={one}>
              {tPublic(`rate.factors.${one}`)}
            </option>
          ))}
        </SelectField>
        <Combobox
          label={t('visits.procedure')}
          choices={[
            { value: '', label: t('comments.all_procedures') },
            ...named.map(code => ({ value: code, label: procedureName(code) })),
          ]}
          value={asked('procedure')}
          onChange={value => change('procedure', value)}
        />
      </div>
      <SearchField label={t('comments.search')} value={asked('q')} onChange={value => change('q', value)} />
    </>
  )
}
