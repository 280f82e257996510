import { useTranslation } from 'react-i18next'
import { Form, useSubmit } from 'react-router'
import type { Counter } from '../../data/counters'
import { languages } from '../../i18n/languages'
import { Button } from '../../ui/button'
import field from '../../ui/forms/field.module.css'
import { SegmentedControl } from '../../ui/forms/segmented-control'
import type { PosterChoices } from './choices'
import styles from './form.module.css'
import { posterSizes } from './sheets'

type Props = { choices: PosterChoices; counters: Counter[]; usualAddress: string }

/** Every choice stands in the address of the page, and what is shown follows at once. */
export function PosterForm({ choices, counters, usualAddress }: Props) {
  const { t } = useTranslation('staff')
  const submit = useSubmit()

  const show = (form: HTMLFormElement) => {
    const chosen = [...new FormData(form)].filter(
      ([name, value]) => value !== '' && !(name === 'address' && value === usualAddress),
    )
    submit(chosen as [string, string][], { replace: true, preventScrollReset: true })
  }

  return (
    <Form
      className={styles.form}
      aria-label={t('posters.choices')}
      onChange={event => {
        // Half an address is none: it counts when the person goes on.
        if ((event.target as unknown as HTMLInputElement).name !== 'address') show(event.currentTarget)
      }}
      onSubmit={event => {
        event.preventDefault()
        show(event.currentTarget)
      }}
    >
      <fieldset className={styles.wide}>
        <legend>{t('posters.size')}</legend>
        <SegmentedControl name="size" items={posterSizes} chosen={choices.size} onChoose={() => {}}>
          {size => t(`posters.sizes.${size as 'a4'}`)}
        </SegmentedControl>
      </fieldset>
      <label>
        {t('posters.counter')}
        <select className={field.field} name="counter" value={choices.counter ?? ''} onChange={() => {}}>
          <option value="">{t('posters.all_counters')}</option>
          {counters.map(({ code, name, retired_on }) => (
            <option key={code} value={code} lang="vi">
              {retired_on ? t('posters.retired_counter', { name }) : name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('posters.language')}
        <select className={field.field} name="words" value={choices.language} onChange={() => {}}>
          {Object.entries(languages).map(([language, { name }]) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {choices.size !== 'a4' && (
        <label>
          {t('posters.paper')}
          <select className={field.field} name="paper" value={choices.paper} onChange={() => {}}>
            <option value="a4">{t(choices.size === 'a5' ? 'posters.on_a4.two' : 'posters.on_a4.four')}</option>
            <option value="own">{t('posters.on_own', { size: choices.size.toUpperCase() })}</option>
          </select>
        </label>
      )}
      <label>
        {t('posters.copies')}
        <input
          className={field.field}
          name="copies"
          type="number"
          min={1}
          max={20}
          value={choices.copies}
          onChange={() => {}}
        />
      </label>
      <label>
        {t('posters.ink')}
        <select className={field.field} name="ink" value={choices.isBlack ? 'black' : ''} onChange={() => {}}>
          <option value="">{t('posters.inks.colour')}</option>
          <option value="black">{t('posters.inks.black')}</option>
        </select>
      </label>
      <div className={styles.wide}>
        <label htmlFor="poster-address">{t('posters.address')}</label>
        <small id="poster-address-hint">
          {t(choices.address ? 'posters.address_hint' : 'posters.address_malformed')}
        </small>
        <div className={styles.row}>
          <input
            id="poster-address"
            className={field.field}
            name="address"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="poster-address-hint"
            aria-invalid={choices.address === undefined}
            key={choices.typed}
            defaultValue={choices.typed}
          />
          <Button type="submit" look="quiet">
            {t('posters.use_address')}
          </Button>
        </div>
      </div>
    </Form>
  )
}
