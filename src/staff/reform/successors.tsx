import { useTranslation } from 'react-i18next'
import { byName } from '../../lib/text/format'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { countersToAssign, possibleSuccessors, successorsOf } from './draft'
import type { StepProps } from './steps'
import styles from './steps.module.css'

/** Who takes over from each office that closes: nobody, one, or after a split several. */
export function SuccessorsStep({ draft, change, places }: StepProps) {
  const { t } = useTranslation('staff')
  const possible = possibleSuccessors(draft, places)
  const nameOf = (code: string) => places.find(office => office.code === code)?.name ?? code
  const set = (closing: string, successors: string[]) =>
    change({ successors: { ...draft.successors, [closing]: successors } })
  return (
    <>
      <p className={styles.lead}>{t('reform.successors_lead')}</p>
      {draft.closing.map(closing => {
        const chosen = draft.successors[closing]?.length ? draft.successors[closing] : ['']
        return (
          <fieldset key={closing} className={styles.office}>
            <legend lang="vi">{nameOf(closing)}</legend>
            {chosen.map((successor, place) => (
              <SuccessorField
                key={place}
                place={place}
                value={successor}
                possible={possible}
                onChange={code => set(closing, chosen.with(place, code))}
              />
            ))}
            {successorsOf(draft, closing).length === chosen.length && (
              <Button
                look="quiet"
                aria-label={t('reform.split_one', { name: nameOf(closing) })}
                onClick={() => set(closing, [...chosen, ''])}
              >
                <Icon name="plus" /> {t('reform.split')}
              </Button>
            )}
          </fieldset>
        )
      })}
    </>
  )
}

type SuccessorFieldProps = {
  place: number
  value: string
  possible: ReturnType<typeof possibleSuccessors>
  onChange: (code: string) => void
}

function SuccessorField({ place, value, possible: { opens, stays }, onChange }: SuccessorFieldProps) {
  const { t } = useTranslation('staff')
  const options = (places: typeof opens) =>
    places.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))
  return (
    <SelectField
      label={place === 0 ? t('reform.successor') : t('reform.successor_more', { n: place + 1 })}
      lang="vi"
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      <option value="">{t('reform.nobody')}</option>
      <optgroup label={t('reform.opens')}>{options(opens)}</optgroup>
      <optgroup label={t('reform.stays')}>{options(stays.toSorted((a, b) => byName(a.name, b.name)))}</optgroup>
    </SelectField>
  )
}

/** After a split a printed code leads to whoever works at that desk: only people know who that is. */
export function CountersStep({ draft, change, places, counters }: StepProps) {
  const { t } = useTranslation('staff')
  const asked = countersToAssign(draft, counters)
  const { opens, stays } = possibleSuccessors(draft, places)
  const nameOf = (code: string) => [...opens, ...stays, ...places].find(office => office.code === code)?.name ?? code
  const led = counters.filter(
    ({ office_code, retired_on }) =>
      !retired_on && draft.closing.includes(office_code) && successorsOf(draft, office_code).length === 1,
  ).length
  return (
    <>
      <p className={styles.lead}>{t('reform.counters_led', { n: led })}</p>
      {asked.length > 0 ? <p>{t('reform.counters_lead')}</p> : <p>{t('reform.counters_none')}</p>}
      {asked.map(({ code, name, office_code }) => (
        <SelectField
          key={code}
          label={`${name} (${code}), ${nameOf(office_code)}`}
          lang="vi"
          value={draft.counters[code] ?? ''}
          onChange={event => change({ counters: { ...draft.counters, [code]: event.target.value } })}
        >
          <option value="">{t('reform.counter_nobody')}</option>
          {successorsOf(draft, office_code).map(successor => (
            <option key={successor} value={successor}>
              {nameOf(successor)}
            </option>
          ))}
        </SelectField>
      ))}
    </>
  )
}
