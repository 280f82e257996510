import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { byName } from '../../lib/text/format'
import { searchIn } from '../../lib/text/search'
import { paths } from '../../paths'
import { SearchField } from '../../ui/forms/search-field'
import { useFormats } from '../../ui/use-formats'
import { officeName } from '../shell/office-rows'
import styles from './search-box.module.css'

type Found = { key: string; name: string; note: string | undefined; to: string; words: string }

const SHOWN = 8

/** Finds an office or a procedure, with or without diacritics. Before anything is typed the open offices are listed. */
export function SearchBox() {
  const { t } = useTranslation()
  const format = useFormats()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const { data: officeList } = useSuspenseQuery(offices)
  const { data: procedures } = useSuspenseQuery(procedureNames)

  const officesToFind = officeList
    .toSorted((a, b) => byName(a.name, b.name))
    .map((office): Found => {
      const note = office.closed_on ? t('office.closed_note', { day: format.day(office.closed_on) }) : undefined
      const words = `${officeName(office)} ${office.name}`
      return { key: office.code, name: officeName(office), note, to: paths.officeResults(office.code), words }
    })
  const open = new Set(officeList.filter(({ desk, closed_on }) => desk && !closed_on).map(({ code }) => code))
  const proceduresToFind = procedures.map(
    ({ code, name }): Found => ({
      key: code,
      name,
      note: code,
      to: paths.procedureResults(code),
      words: `${name} ${code}`,
    }),
  )
  const isAsked = query.trim() !== ''
  const found = isAsked
    ? searchIn(
        [...officesToFind.filter(isOpen), ...officesToFind.filter(place => !isOpen(place)), ...proceduresToFind],
        query,
        ({ words }) => words,
      )
    : officesToFind.filter(isOpen)
  const more = found.length - SHOWN

  return (
    <search className={styles.finder}>
      <form
        onSubmit={event => {
          event.preventDefault()
          list.current?.querySelector('a')?.focus()
        }}
      >
        <SearchField label={t('home.find_label')} value={query} onChange={setQuery} />
      </form>
      <p className={isAsked ? styles.count : 'vh'} role="status">
        {isAsked && (found.length === 0 ? t('home.found_none') : t('home.found', { n: format.count(found.length) }))}
      </p>
      <ul ref={list} className={styles.list}>
        {found.slice(0, SHOWN).map(({ key, name, note, to }) => (
          <li key={key}>
            <Link to={to}>
              <span lang="vi">{name}</span>
              {note && <small>{note}</small>}
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.count}>{t('home.found_more', { n: format.count(more) })}</p>}
    </search>
  )

  function isOpen({ key }: Found) {
    return open.has(key)
  }
}
