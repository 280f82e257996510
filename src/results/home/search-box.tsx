import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { byName } from '../../lib/text/format'
import { paths } from '../../paths'
import { SearchList } from '../../ui/search/search-list'
import { useFormats } from '../../ui/use-formats'
import { officeName } from '../shell/office-rows'
import styles from './search-box.module.css'

type Place = { key: string; name: string; note: string | undefined; to: string; words: string }

const SHOWN = 8

/** Finds an office or a procedure, with or without diacritics. Before anything is typed the open offices are listed. */
export function SearchBox() {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const { open, others } = usePlaces()
  return (
    <search>
      <form
        ref={form}
        className={styles.finder}
        onSubmit={event => {
          event.preventDefault()
          form.current?.querySelector('a')?.focus()
        }}
      >
        <SearchList label={t('home.find_label')} items={[...open, ...others]} textOf={({ words }) => words}>
          {(found, isSearched) => <FoundPlaces places={isSearched ? found : open} />}
        </SearchList>
      </form>
    </search>
  )
}

/** Offices that serve people now; then all other offices, and the procedures. */
function usePlaces() {
  const { t } = useTranslation()
  const format = useFormats()
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const isOpen = ({ desk, closed_on }: Office) => Boolean(desk) && !closed_on
  const placeOf = (office: Office): Place => ({
    key: office.code,
    name: officeName(office),
    note: office.closed_on ? t('office.closed_note', { day: format.day(office.closed_on) }) : undefined,
    to: paths.officeResults(office.code),
    words: `${officeName(office)} ${office.name}`,
  })
  const sorted = officeList.toSorted((a, b) => byName(a.name, b.name))
  const toProcedures = procedures.map(
    ({ code, name }): Place => ({
      key: code,
      name,
      note: code,
      to: paths.procedureResults(code),
      words: `${name} ${code}`,
    }),
  )
  return {
    open: sorted.filter(isOpen).map(placeOf),
    others: [...sorted.filter(office => !isOpen(office)).map(placeOf), ...toProcedures],
  }
}

function FoundPlaces({ places }: { places: Place[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const more = places.length - SHOWN
  return (
    <>
      <ul className={styles.list}>
        {places.slice(0, SHOWN).map(({ key, name, note, to }) => (
          <li key={key}>
            <Link to={to}>
              <span lang="vi">{name}</span>
              {note && <small>{note}</small>}
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.count}>{t('home.found_more', { n: format.count(more) })}</p>}
    </>
  )
}
