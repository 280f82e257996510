import { useTranslation } from 'react-i18next'
import { byName } from '../../lib/text/format'
import { slugOf } from '../../lib/text/slug'
import { Button } from '../../ui/button'
import { SelectField, TextField } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { emptyOpening, type OpeningDraft } from './draft'
import { errorAt, type StepProps } from './steps'
import styles from './steps.module.css'

/** The offices that open. They may stand below one another. */
export function OpeningStep({ draft, change, places, mistakes }: StepProps) {
  const { t } = useTranslation('staff')
  const kinds = [...new Set(places.map(({ kind }) => kind))].toSorted(byName)
  const set = (place: number, part: Partial<OpeningDraft>) =>
    change({ opening: draft.opening.map((office, at) => (at === place ? { ...office, ...part } : office)) })
  const stays = places
    .filter(({ code, closed_on }) => !closed_on && !draft.closing.includes(code))
    .toSorted((a, b) => byName(a.name, b.name))

  return (
    <>
      <p className={styles.told}>{t('reform.opening_lead')}</p>
      <datalist id="reform-kinds">
        {kinds.map(kind => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      {draft.opening.map((office, place) => {
        const others = draft.opening.filter((other, at) => at !== place && other.code && other.name)
        const field = (name: 'name' | 'kind' | 'code' | 'desk' | 'gso_code') => ({
          id: `${name}-${place}`,
          value: office[name],
          error: errorAt(mistakes, `${name}-${place}`),
          onChange: (event: { target: { value: string } }) => set(place, { [name]: event.target.value }),
        })
        return (
          <fieldset key={`${place} of ${draft.opening.length}`} className={styles.office}>
            <legend>{office.name || t('reform.new_office', { n: place + 1 })}</legend>
            <TextField
              label={t('offices.name')}
              lang="vi"
              {...field('name')}
              onChange={({ target: { value } }) =>
                // The code follows the name until somebody writes another.
                set(place, { name: value, ...(office.code === slugOf(office.name) && { code: slugOf(value) }) })
              }
            />
            <TextField label={t('offices.kind')} lang="vi" list="reform-kinds" {...field('kind')} />
            <SelectField
              label={t('offices.parent_code')}
              lang="vi"
              value={office.parent}
              onChange={event => set(place, { parent: event.target.value })}
            >
              <option value="">{t('offices.no_parent')}</option>
              {[...others, ...stays].map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
            <TextField label={t('offices.code')} spellCheck={false} {...field('code')} />
            <TextField label={t('forms.optional', { label: t('offices.desk') })} lang="vi" {...field('desk')} />
            <TextField label={t('forms.optional', { label: t('offices.gso_code') })} {...field('gso_code')} />
            <Button
              look="danger"
              aria-label={t('reform.remove_office', { name: office.name || place + 1 })}
              onClick={() => change({ opening: draft.opening.toSpliced(place, 1) })}
            >
              {t('reform.remove')}
            </Button>
          </fieldset>
        )
      })}
      <p>
        <Button
          look="quiet"
          onClick={() => {
            const last = draft.opening.at(-1)
            const like = last ? { kind: last.kind, parent: last.parent } : {}
            change({ opening: [...draft.opening, { ...emptyOpening, ...like }] })
          }}
        >
          <Icon name="plus" /> {t('reform.add_office')}
        </Button>
      </p>
    </>
  )
}
