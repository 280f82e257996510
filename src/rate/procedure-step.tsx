import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place, Procedure } from '../data/places'
import { searchIn } from '../lib/search'
import { Button } from '../ui/button'
import { Face } from '../ui/face'
import { Icon } from '../ui/icon'
import { PickList } from '../ui/pick-list'
import { SearchField } from '../ui/search-field'
import type { ShownVisit } from './outbox'
import styles from './procedure-step.module.css'
import { nameProcedure } from './visit'

/** So many hits fit a thumb; whoever gets more types another word. */
const MOST_HITS = 12

type Props = { visit: ShownVisit; place: Place | undefined; onChange: () => void }

/** The second question. A tap keeps the answer, so leaving at any moment loses nothing. */
export function ProcedureStep({ visit, place, onChange }: Props) {
  const { t } = useTranslation()
  const procedures = place?.procedures ?? []
  const [query, setQuery] = useState('')
  const [isAll, setIsAll] = useState(false)
  const [chosen, setChosen] = useState(visit.procedure)

  const usual = procedures.filter(procedure => procedure.usual)
  const listsAll = isAll || usual.length === 0
  const isSearching = query.trim() !== ''
  const hits = searchIn(procedures, query, ({ name, code, field }) => `${name} ${code} ${field}`).slice(0, MOST_HITS)
  const rows = isSearching ? hits : listsAll ? procedures : withChosen(usual, procedures, chosen)
  const heading = isSearching
    ? t('rate.procedure.found', { count: hits.length })
    : listsAll
      ? t('rate.procedure.all', { count: procedures.length })
      : t('rate.procedure.usual', { counter: place?.counter.name ?? '' })

  return (
    <>
      <Answered visit={visit} onChange={onChange} />
      <fieldset className={styles.step}>
        <legend>
          <h1 tabIndex={-1} aria-describedby="answered">
            {t('rate.procedure.question')}
          </h1>
        </legend>
        <p className={styles.optional}>{t('rate.procedure.optional')}</p>
        <SearchField label={t('rate.procedure.search')} value={query} onChange={setQuery} />
        <p className={styles.heading} role="status">
          {heading}
        </p>
        {rows.length > 0 ? (
          <PickList
            name="procedure"
            items={rows}
            keyOf={({ code }) => code}
            chosen={chosen}
            onChoose={({ code }, isByKey) => {
              setChosen(code)
              if (!isByKey) void nameProcedure(visit, code)
            }}
          >
            {({ name, field }) => (
              <span lang="vi">
                {name}
                {(isSearching || listsAll) && <small>{field}</small>}
              </span>
            )}
          </PickList>
        ) : (
          <p>{t('rate.procedure.none', { query })}</p>
        )}
        <p className={styles.more}>
          {!isSearching && !listsAll && (
            <button type="button" onClick={() => setIsAll(true)}>
              {t('rate.procedure.see_all', { count: procedures.length })}
            </button>
          )}
          <button type="button" onClick={() => nameProcedure(visit, null, 'thanks')}>
            {t('rate.procedure.forgotten')}
          </button>
        </p>
      </fieldset>
      <div className={styles.dock}>
        <Button onClick={() => nameProcedure(visit, chosen, 'thanks')}>{t('rate.procedure.done')}</Button>
      </div>
    </>
  )
}

/** The short list, with the chosen procedure on top when it was found by search. */
function withChosen(usual: Procedure[], all: Procedure[], chosen: string | null) {
  const found = all.find(({ code }) => code === chosen)
  return found && !found.usual ? [found, ...usual] : usual
}

function Answered({ visit, onChange }: Omit<Props, 'place'>) {
  const { t } = useTranslation()
  const isKept = visit.isWaiting
  return (
    <div className={styles.answered} id="answered">
      <Face score={visit.score} />
      <p>
        <b>
          <Icon name="check" /> {t(isKept ? 'rate.kept' : 'rate.received')}
        </b>{' '}
        {t('rate.chosen', { answer: t(`score.${visit.score}`) })}
      </p>
      <button type="button" onClick={onChange}>
        <Icon name="pencil" /> {t('rate.change')}
      </button>
    </div>
  )
}
