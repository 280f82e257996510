import { useTranslation } from 'react-i18next'
import type { Office } from '../../data/offices'
import { byName } from '../../lib/text/format'
import { slugOf } from '../../lib/text/slug'
import { Button } from '../../ui/button'
import { SelectField, TextField } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { emptyOpening, type OpeningDraft, type ReformDraft } from './draft'
import { errorAt, type StepProps } from './steps'
import styles from './steps.module.css'

/** The offices that open. They may be below one another. */
export function OpeningStep(props: StepProps) {
  const { draft, change, places } = props
  const { t } = useTranslation('staff')
  const kinds = [...new Set(places.map(({ kind }) => kind))].toSorted(byName)
  const add = () => {
    // The next office is mostly of the same kind and below the same parent.
    const last = draft.opening.at(-1)
    const like = last ? { kind: last.kind, parent: last.parent } : {}
    change({ opening: [...draft.opening, { ...emptyOpening, ...like }] })
  }
  return (
    <>
      <p className={styles.lead}>{t('reform.opening_lead')}</p>
      <datalist id="reform-kinds">
        {kinds.map(kind => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      {draft.opening.map((office, place) => (
        <OpeningOffice key={`${place} of ${draft.opening.length}`} {...props} office={office} place={place} />
      ))}
      <p>
        <Button look="quiet" onClick={add}>
          <Icon name="plus" /> {t('reform.add_office')}
        </Button>
      </p>
    </>
  )
}

type OpeningOfficeProps = StepProps & { office: OpeningDraft; place: number }

function OpeningOffice({ draft, change, places, errors, office, place }: OpeningOfficeProps) {
  const { t } = useTranslation('staff')
  const set = (part: Partial<OpeningDraft>) => change({ opening: draft.opening.with(place, { ...office, ...part }) })
  const field = (name: 'name' | 'kind' | 'code' | 'desk' | 'gso_code') => ({
    id: `${name}-${place}`,
    value: office[name],
    error: errorAt(errors, `${name}-${place}`),
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  })
  // The code follows the name until another is typed.
  const setName = (name: string) => set({ name, ...(office.code === slugOf(office.name) && { code: slugOf(name) }) })
  return (
    <fieldset className={styles.office}>
      <legend>{office.name || t('reform.new_office', { n: place + 1 })}</legend>
      <TextField
        label={t('offices.name')}
        lang="vi"
        {...field('name')}
        onChange={event => setName(event.target.value)}
      />
      <TextField label={t('offices.kind')} lang="vi" list="reform-kinds" {...field('kind')} />
      <SelectField
        label={t('offices.parent_code')}
        lang="vi"
        value={office.parent}
        onChange={event => set({ parent: event.target.value })}
      >
        <option value="">{t('offices.no_parent')}</option>
        {possibleParents(draft, place, places).map(({ code, name }) => (
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
}

/** The other offices that open, then those that stay. */
function possibleParents({ opening, closing }: ReformDraft, place: number, places: Office[]) {
  const others = opening.filter((other, at) => at !== place && other.code && other.name)
  const stays = places.filter(({ code, closed_on }) => !closed_on && !closing.includes(code))
  return [...others, ...stays.toSorted((a, b) => byName(a.name, b.name))]
}
