import { useEffect, useMemo } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox'
import { useTranslation } from 'react-i18next'
import { finder } from '../../lib/text/search'
import styles from './combobox.module.css'
import field from './form-field.module.css'
import './combobox-strings'
import { useSynonyms } from '../search/use-synonyms'

export type ComboboxChoice = { value: string; label: string }

type Props = {
  label: string
  choices: readonly ComboboxChoice[]
  /** One of the choices' values; any other is no choice yet. */
  value: string
  onChange: (value: string) => void
  id?: string
}

/** The library takes an empty key for none; a choice such as "all of them" has the empty value. */
const EMPTY = '(empty)'
const keyOf = (value: string) => value || EMPTY

/**
 * The library closes the list when the page is scrolled, and takes back what has been typed. But the page scrolls by itself as
 * well: when the field comes into view as it gets the focus, or when something above it comes late. The list moves with it.
 */
function ignorePageScroll(event: Event) {
  if (event.target === document) event.stopImmediatePropagation()
}
const follow = () => window.addEventListener('scroll', ignorePageScroll, true)
const unfollow = () => window.removeEventListener('scroll', ignorePageScroll, true)

/**
 * One of a long list, found by typing a part of its name, with or without diacritics. An emptied field goes back to what
 * was chosen.
 */
export function Combobox({ label, choices, value, onChange, id }: Props) {
  const { t } = useTranslation('staff')
  const synonyms = useSynonyms(true)
  // A field that is gone is not left before.
  useEffect(() => unfollow, [])
  const finds = useMemo(
    () =>
      finder(
        choices.map(one => one.label),
        synonyms,
      ),
    [choices, synonyms],
  )
  return (
    <ComboBox
      className={field.around ?? ''}
      menuTrigger="focus"
      allowsEmptyCollection
      defaultItems={choices}
      value={choices.some(one => one.value === value) ? keyOf(value) : null}
      onChange={key => key !== null && onChange(key === EMPTY ? '' : String(key))}
      defaultFilter={(text, typed) => typed.trim() === '' || finds(text, typed)}
    >
      <Label>{label}</Label>
      <div className={styles.control}>
        <Input
          {...(id && { id })}
          className={`${field.field} ${styles.text}`}
          onFocus={follow}
          onBlur={unfollow}
          onClick={event => event.currentTarget.select()}
        />
        <Button className={styles.open ?? ''} />
      </div>
      <Popover className={styles.panel ?? ''}>
        <ListBox<ComboboxChoice> renderEmptyState={() => t('parts.nothing_found')}>
          {({ value: one, label: name }) => (
            <ListBoxItem id={keyOf(one)} textValue={name} className={styles.choice ?? ''}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
