import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import type { Membership } from '../../data/session'
import { byName } from '../../lib/text/format'
import { SelectField } from '../../ui/forms/form-field'
import { useStaff } from '../shell/membership'

/** The offices that somebody works for: one's own, or all below it that serve people, closed ones last. */
export function ownOffices(all: Office[], { office, role }: Membership): Office[] {
  const own = all.filter(({ code }) => code === office)
  if (role === 'head' || role === 'clerk') return own
  const below = (codes: string[]): Office[] => {
    const found = all.filter(one => one.parent_code !== null && codes.includes(one.parent_code))
    return found.length > 0 ? [...found, ...below(found.map(({ code }) => code))] : []
  }
  const order = (a: Office, b: Office) =>
    Number(Boolean(a.closed_on)) - Number(Boolean(b.closed_on)) || byName(a.name, b.name)
  return [...own, ...below([office])].filter(({ code, desk }) => desk !== null || code === office).toSorted(order)
}

/** Which of them the page is about, as the address says it. A coordinator begins with the first that has a desk. */
export function useOfficePicker() {
  const { membership } = useStaff()
  const { data } = useSuspenseQuery(offices)
  const [query, setQuery] = useSearchParams()
  const own = ownOffices(data, membership)
  const usual = own.find(({ desk }) => desk !== null) ?? own[0]
  const office = own.find(({ code }) => code === query.get('office')) ?? usual
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
  return (
    <SelectField label={t('parts.office')} value={office.code} onChange={event => choose(event.target.value)}>
      {own.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
