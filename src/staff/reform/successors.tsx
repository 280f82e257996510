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
  const { opens, stays } = possibleSuccessors(draft, places)
  const nameOf = (code: string) => places.find(office => office.code === code)?.name ?? code
  const set = (closing: string, heirs: string[]) => change({ heirs: { ...draft.heirs, [closing]: heirs } })
  return (
    <>
      <p className={styles.told}>{t('reform.heirs_lead')}</p>
      {draft.closing.map(closing => {
        const chosen = draft.heirs[closing]?.length ? draft.heirs[closing] : ['']
        return (
          <fieldset key={closing} className={styles.office}>
            <legend lang="vi">{nameOf(closing)}</legend>
            {chosen.map((heir, place) => (
              <SelectField
                key={place}
                label={place === 0 ? t('reform.heir') : t('reform.heir_more', { n: place + 1 })}
                lang="vi"
                value={heir}
                onChange={event => set(closing, chosen.with(place, event.target.value))}
              >
                <option value="">{t('reform.nobody')}</option>
                <optgroup label={t('reform.opens')}>
                  {opens.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </optgroup>
                <optgroup label={t('reform.stays')}>
                  {stays
                    .toSorted((a, b) => byName(a.name, b.name))
                    .map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name}
                      </option>
                    ))}
                </optgroup>
              </SelectField>
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
      <p className={styles.told}>{t('reform.counters_led', { n: led })}</p>
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
          {successorsOf(draft, office_code).map(heir => (
            <option key={heir} value={heir}>
              {nameOf(heir)}
            </option>
          ))}
        </SelectField>
      ))}
    </>
  )
}
