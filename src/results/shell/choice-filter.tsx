import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type To, useNavigate, useSearchParams } from 'react-router'
import { SearchList } from '../../ui/search/search-list'
import styles from './choice-filter.module.css'
import { type FilterName, useAddressWith } from './filter-params'

export type Choice = { value: string; label: string; note?: string; depth?: number }
export type ChoiceGroup = { heading?: string; choices: Choice[] }

type Props = {
  name: FilterName
  label: string
  /** The choice that leaves everything in. */
  all: string
  groups: ChoiceGroup[]
  /** Another filter that this one takes back. */
  resets?: FilterName
  /** Always the platform's own list, however long. */
  isNative?: boolean
}

/** More than anybody wants to scroll through. */
const LONG = 24

/** One thing to choose from a list: the platform's own where it is short, one with a search where it is long. */
export function ChoiceFilter({ isNative = false, ...props }: Props) {
  const count = props.groups.reduce((sum, { choices }) => sum + choices.length, 0)
  return count > LONG && !isNative ? <LongFilter {...props} /> : <ShortFilter {...props} />
}

function useChosen({ name, groups, resets }: Props) {
  const [query] = useSearchParams()
  const addressWith = useAddressWith()
  const value = query.get(name) ?? ''
  const chosen = groups.flatMap(({ choices }) => choices).find(choice => choice.value === value)
  const addressOf = (wanted: string) => addressWith({ [name]: wanted, ...(resets && { [resets]: '' }) })
  return { chosen, addressOf }
}

const indented = ({ label, depth = 0 }: Choice) => '\u2003'.repeat(depth) + label

function ShortFilter(props: Props) {
  const navigate = useNavigate()
  const { chosen, addressOf } = useChosen(props)
  const options = (choices: Choice[]) =>
    choices.map(choice => (
      <option key={choice.value} value={choice.value}>
        {indented(choice)}
      </option>
    ))
  return (
    <label className={styles.filter}>
      {props.label}
      <select
        name={props.name}
        value={chosen?.value ?? ''}
        onChange={event => navigate(addressOf(event.target.value), { preventScrollReset: true })}
      >
        <option value="">{props.all}</option>
        {props.groups.map(({ heading, choices }) =>
          heading ? (
            <optgroup key={heading} label={heading}>
              {options(choices)}
            </optgroup>
          ) : (
            options(choices)
          ),
        )}
      </select>
    </label>
  )
}

/** A disclosure with a search above links: each choice is an address, so nothing but links has to be understood. */
function LongFilter(props: Props) {
  const { t } = useTranslation()
  const { chosen, addressOf } = useChosen(props)
  // Two hundred links that nobody asked for would keep a slow phone from showing the figures.
  const [isOpen, setIsOpen] = useState(false)
  // Closing it empties the search.
  const [timesClosed, setTimesClosed] = useState(0)
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (details.current) details.current.open = false
    details.current?.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={details}
      className={styles.filter}
      onToggle={event => {
        setIsOpen(event.currentTarget.open)
        if (!event.currentTarget.open) setTimesClosed(n => n + 1)
      }}
      onBlur={event => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') close()
      }}
    >
      <summary>
        {props.label}
        <b>{chosen?.label ?? props.all}</b>
      </summary>
      <div className={styles.panel}>
        <SearchList
          key={timesClosed}
          label={t('figure.filter_search', { what: props.label })}
          items={props.groups.flatMap(group => group.choices)}
          textOf={({ label, note }) => `${label} ${note ?? ''}`}
        >
          {(found, isSearched) => (
            <ul>
              {(isSearched ? found : isOpen ? [{ value: '', label: props.all }, ...found] : []).map(choice => (
                <ChoiceLink
                  key={choice.value}
                  choice={choice}
                  to={addressOf(choice.value)}
                  isChosen={choice.value === (chosen?.value ?? '')}
                  isFlat={isSearched}
                  onChoose={close}
                />
              ))}
            </ul>
          )}
        </SearchList>
      </div>
    </details>
  )
}

type ChoiceLinkProps = {
  choice: Choice
  to: To
  isChosen: boolean
  /** Without the indent that shows what stands below what. */
  isFlat: boolean
  onChoose: () => void
}

function ChoiceLink({ choice: { value, label, note, depth = 0 }, to, isChosen, isFlat, onChoose }: ChoiceLinkProps) {
  return (
    <li style={{ paddingInlineStart: `${isFlat ? 0 : depth}rem` }}>
      <Link
        to={to}
        preventScrollReset
        onClick={onChoose}
        aria-current={isChosen ? 'true' : undefined}
        lang={value ? 'vi' : undefined}
      >
        {label}
        {note && <small>{note}</small>}
      </Link>
    </li>
  )
}
