import { type KeyboardEvent, useRef } from 'react'
import { SelectField } from '../../ui/forms/form-field'
import { RadioList } from '../../ui/forms/radio-list'
import { SearchList } from '../../ui/search/search-list'
import { useFormats } from '../../ui/use-formats'
import { useFeedbackWords } from '../shell/words'
import styles from './page.module.css'

type Item = { code: string; name: string }

type Props = {
  id: string
  label: string
  /** What the search is called. */
  find: string
  error: string | undefined
  items: Item[]
  chosen: string
  onChoose: (code: string) => void
}

/** More than anybody wants to scroll through. */
const LONG = 24
/** The most hits that are listed; another word narrows them down. */
const MOST_HITS = 12

/** One of a list: the platform's own where it is short, one with a search where it is long. */
export function Choice(props: Props) {
  return props.items.length > LONG ? <LongChoice {...props} /> : <ShortChoice {...props} />
}

function ShortChoice({ id, label, error, items, chosen, onChoose }: Props) {
  const { t } = useFeedbackWords()
  return (
    <SelectField id={id} label={label} error={error} value={chosen} onChange={event => onChoose(event.target.value)}>
      <option value="">{t('new.place.choose')}</option>
      {items.map(({ code, name }) => (
        <option key={code} value={code} lang="vi">
          {name}
        </option>
      ))}
    </SelectField>
  )
}

/** The search of every page, above radio buttons. What is chosen stays in sight, whatever is searched for. */
function LongChoice({ id, label, find, error, items, chosen, onChoose }: Props) {
  const { t } = useFeedbackWords()
  const format = useFormats()
  const group = useRef<HTMLFieldSetElement>(null)
  const own = items.filter(({ code }) => code === chosen)
  // Enter leads to what was found: the form is not sent from the middle of a search.
  const toHits = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (event.target as HTMLInputElement).type !== 'search') return
    event.preventDefault()
    group.current?.querySelector<HTMLElement>('input[type=radio]')?.focus()
  }
  const takeBack = () => {
    onChoose('')
    group.current?.querySelector('input')?.focus()
  }
  return (
    <fieldset
      ref={group}
      id={id}
      className={`${styles.choice} ${error ? styles.wrong : ''}`}
      aria-describedby={error && `${id}-error`}
      onKeyDown={toHits}
    >
      <legend>{label}</legend>
      {error && (
        <p id={`${id}-error`} className={styles.why}>
          {error}
        </p>
      )}
      <SearchList label={find} items={items} textOf={({ code, name }) => `${name} ${code}`}>
        {(found, isSearched) => {
          const hits = isSearched ? found.slice(0, MOST_HITS) : []
          // In their places: whoever goes through them with the arrows chooses each on the way.
          const rows = hits.some(({ code }) => code === chosen) ? hits : [...own, ...hits]
          return (
            <>
              {rows.length > 0 && <Rows name={id} rows={rows} chosen={chosen} onChoose={onChoose} />}
              {isSearched && found.length > MOST_HITS && (
                <p className={styles.left}>
                  {t('home.found_more', { ns: 'public', n: format.count(found.length - MOST_HITS) })}
                </p>
              )}
            </>
          )
        }}
      </SearchList>
      {own.length > 0 && (
        <button type="button" className={styles.word} onClick={takeBack}>
          {t('new.place.take_back')}
        </button>
      )}
    </fieldset>
  )
}

type RowsProps = { name: string; rows: Item[]; chosen: string; onChoose: (code: string) => void }

const Rows = ({ name, rows, chosen, onChoose }: RowsProps) => (
  <RadioList
    name={name}
    items={rows}
    keyOf={({ code }) => code}
    chosen={chosen || null}
    onChoose={({ code }) => onChoose(code)}
  >
    {one => <span lang="vi">{one.name}</span>}
  </RadioList>
)
