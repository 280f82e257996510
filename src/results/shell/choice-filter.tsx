import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { searchIn } from '../../lib/text/search'
import { SearchField } from '../../ui/forms/search-field'
import { useFormats } from '../../ui/use-formats'
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
        onChange={event => navigate(addressOf(event.target.value), { replace: true, preventScrollReset: true })}
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
  const format = useFormats()
  const { chosen, addressOf } = useChosen(props)
  const [query, setQuery] = useState('')
  // Two hundred links that nobody asked for would keep a slow phone from showing the figures.
  const [isOpen, setIsOpen] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  const choices = props.groups.flatMap(group => group.choices)
  const isAsked = query.trim() !== ''
  const found = isAsked ? searchIn(choices, query, ({ label, note }) => `${label} ${note ?? ''}`) : choices
  const shown: Choice[] = isAsked ? found : [{ value: '', label: props.all }, ...found]
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
        setQuery('')
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
        <SearchField label={t('figure.filter_search', { what: props.label })} value={query} onChange={setQuery} />
        <p className={isAsked ? styles.count : 'vh'} role="status">
          {isAsked && (found.length === 0 ? t('home.found_none') : t('home.found', { n: format.count(found.length) }))}
        </p>
        <ul>
          {(isOpen ? shown : []).map(({ value, label, note, depth = 0 }) => (
            <li key={value} style={{ paddingInlineStart: `${isAsked ? 0 : depth}rem` }}>
              <Link
                to={addressOf(value)}
                replace
                preventScrollReset
                onClick={close}
                aria-current={value === (chosen?.value ?? '') ? 'true' : undefined}
                lang={value ? 'vi' : undefined}
              >
                {label}
                {note && <small>{note}</small>}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
