import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import type { Membership } from '../../data/session'
import { byName } from '../../lib/text/format'
import { Combobox } from '../../ui/forms/combobox'
import { useStaff } from '../shell/membership'
import { officesBelow } from '../shell/office-tree'
import { reachesBelow } from '../shell/rights'

/** The offices that somebody works for: one's own, or all below it that serve people, closed ones last. */
export function ownOffices(all: Office[], { office, role }: Membership): Office[] {
  const own = all.filter(({ code }) => code === office)
  if (!reachesBelow(role)) return own
  const order = (a: Office, b: Office) =>
    Number(Boolean(a.closed_on)) - Number(Boolean(b.closed_on)) || byName(a.name, b.name)
  return [...own, ...officesBelow(all, office).filter(({ desk }) => desk !== null)].toSorted(order)
}

/** Which of them the page is about, by `?office=`. Who reaches several begins with the first that has a desk. */
export function useOfficePicker() {
  const { membership } = useStaff()
  const { data } = useSuspenseQuery(offices)
  const [query, setQuery] = useSearchParams()
  const own = ownOffices(data, membership)
  const initial = own.find(({ desk }) => desk !== null) ?? own[0]
  const office = own.find(({ code }) => code === query.get('office')) ?? initial
  const choose = (code: string) =>
    setQuery(before => {
      before.set('office', code)
      before.delete('page')
      return before
    })
  return { office: office as Office, own, choose }
}

/** Shown to whoever answers for several. */
export function OfficePicker({ office, own, choose }: ReturnType<typeof useOfficePicker>) {
  const { t } = useTranslation('staff')
  if (own.length < 2) return null
  const choices = own.map(({ code, name }) => ({ value: code, label: name }))
  return <Combobox label={t('parts.office')} choices={choices} value={office.code} onChange={choose} />
}
