import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferedProcedure, RatingTarget } from '../../data/rating-targets'
import { search } from '../../lib/text/search'
import { RadioList } from '../../ui/forms/radio-list'
import { SearchField } from '../../ui/search/search-field'
import { SearchedBy } from '../../ui/search/searched-by'
import { useSynonyms } from '../../ui/search/use-synonyms'
import type { ShownRating } from '../outbox/outbox'
import styles from './procedure-step.module.css'
import text from './question-text.module.css'

/** The most hits that are listed; another word narrows them down. */
const MOST_HITS = 12

type Props = {
  rating: ShownRating
  place: RatingTarget | undefined
  onName: (procedure: string | null) => void
  onForgotten: () => void
}

export function ProcedureStep({ rating, place, onName, onForgotten }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(rating.procedure)
  const procedures = place?.procedures ?? []
  const choose = (code: string | null, isByKey = false) => {
    setChosen(code)
    if (!isByKey) onName(code)
  }

  return (
    <fieldset
      onBlur={event => {
        // The arrows pass other rows on the way; the choice is stored when the focus leaves it.
        if (event.target.matches(':checked') && chosen !== rating.procedure) onName(chosen)
      }}
    >
      <legend>
        <h1 tabIndex={-1} aria-describedby="answered progress">
          {t('rate.procedure.question')}
        </h1>
      </legend>
      <p className={text.optional}>{t('rate.optional')}</p>
      {place?.procedure && (
        <p className={text.filled}>
          {t('rate.procedure.filled_in')} <span lang="vi">{place.procedure.name}</span>
        </p>
      )}
      <Untranslated />
      {procedures.length > 0 ? (
        <Choose procedures={procedures} place={place} chosen={chosen} onChoose={choose} onForgotten={onForgotten} />
      ) : (
        <p role="status">{t('rate.procedure.no_list')}</p>
      )}
    </fieldset>
  )
}

type ChooseProps = {
  procedures: OfferedProcedure[]
  place: RatingTarget | undefined
  chosen: string | null
  onChoose: (code: string | null, isByKey?: boolean) => void
  onForgotten: () => void
}

/** Why the names are in Vietnamese: nobody has reviewed a translation of one yet. */
function Untranslated() {
  const { t, i18n } = useTranslation()
  return i18n.language === 'vi' ? null : <p className={styles.names}>{t('rate.procedure.names')}</p>
}

function Choose({ procedures, place, chosen, onChoose, onForgotten }: ChooseProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [isAll, setIsAll] = useState(false)

  const usual = procedures.filter(procedure => procedure.usual)
  const listsAll = isAll || usual.length === 0
  const isSearching = query.trim() !== ''
  const { hits, by } = useHits(procedures, query)
  const rows = isSearching ? hits.slice(0, MOST_HITS) : listsAll ? procedures : withChosen(usual, procedures, chosen)
  const isCut = isSearching && hits.length > MOST_HITS
  const seeAll = () => {
    setQuery('')
    setIsAll(true)
  }
  const heading = isSearching
    ? t('rate.procedure.found', { count: hits.length })
    : listsAll
      ? t('rate.procedure.all', { count: procedures.length })
      : t('rate.procedure.usual', { counter: place?.counter.name ?? place?.office.desk ?? '' })

  return (
    <>
      <SearchField label={t('rate.procedure.search')} value={query} onChange={setQuery} />
      <p className={styles.heading} role="status">
        {heading}
        <SearchedBy names={by} />
      </p>
      {rows.length > 0 ? (
        <RadioList
          name="procedure"
          items={rows}
          keyOf={({ code }) => code}
          chosen={chosen}
          onChoose={({ code }, isByKey) => onChoose(code, isByKey)}
        >
          {({ name, field }) => (
            <span lang="vi" className={styles.name}>
              {name}
              {(isSearching || listsAll) && <small>{field}</small>}
            </span>
          )}
        </RadioList>
      ) : (
        <p>{t('rate.procedure.none', { query })}</p>
      )}
      {isCut && <p>{t('rate.procedure.more', { count: hits.length - MOST_HITS })}</p>}
      <p className={styles.more}>
        {(isSearching ? hits.length === 0 : !listsAll) && (
          <WordButton onClick={seeAll}>{t('rate.procedure.see_all', { count: procedures.length })}</WordButton>
        )}
        {chosen ? (
          <WordButton onClick={() => onChoose(null)}>{t('rate.take_back')}</WordButton>
        ) : (
          <WordButton onClick={onForgotten}>{t('rate.procedure.forgotten')}</WordButton>
        )}
      </p>
    </>
  )
}

function WordButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={text.word} onClick={onClick}>
      {children}
    </button>
  )
}

function useHits(procedures: OfferedProcedure[], query: string) {
  const synonyms = useSynonyms(query.trim() !== '')
  const { items, by } = search(procedures, query, ({ name, code, field }) => `${name} ${code} ${field}`, synonyms)
  return { hits: items, by }
}

/** The short list, with the chosen procedure on top when it was found by search. */
function withChosen(usual: OfferedProcedure[], all: OfferedProcedure[], chosen: string | null) {
  const found = all.find(({ code }) => code === chosen)
  return found && !found.usual ? [found, ...usual] : usual
}
