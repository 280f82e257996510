import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useSubmit } from 'react-router'
import type { Counter } from '../../data/counters'
import { languages } from '../../i18n/languages'
import { Button } from '../../ui/button'
import field from '../../ui/forms/field.module.css'
import { SegmentedControl } from '../../ui/forms/segmented-control'
import { MOST_COPIES, type PosterChoices } from './choices'
import styles from './form.module.css'
import { posterSizes } from './sheets'

type Props = { choices: PosterChoices; counters: Counter[]; usualAddress: string }

/** Every choice is in the address of the page, and the preview follows at once. */
export function PosterForm({ choices, counters, usualAddress }: Props) {
  const { t } = useTranslation('staff')
  const submit = useSubmit()

  // A choice is a step to go back to; a digit more is none.
  const show = (form: HTMLFormElement, isTyped: boolean) => {
    const chosen = [...new FormData(form)].filter(
      ([name, value]) => value !== '' && !(name === 'address' && value === usualAddress),
    )
    submit(chosen as [string, string][], { replace: isTyped, preventScrollReset: true })
  }

  return (
    <Form
      className={styles.form}
      aria-label={t('posters.choices')}
      onChange={event => {
        const { name, type } = event.target as unknown as HTMLInputElement
        // Half an address is none: it counts when the form is submitted.
        if (name !== 'address') show(event.currentTarget, type === 'number')
      }}
      onSubmit={event => {
        event.preventDefault()
        show(event.currentTarget, true)
      }}
    >
      <fieldset className={styles.wide}>
        <legend>{t('posters.size')}</legend>
        <SegmentedControl name="size" items={posterSizes} chosen={choices.size} onChoose={() => {}}>
          {size => t(`posters.sizes.${size as 'a4'}`)}
        </SegmentedControl>
      </fieldset>
      <WhatIsPrinted choices={choices} counters={counters} />
      <HowItIsPrinted choices={choices} />
      <AddressField choices={choices} />
    </Form>
  )
}

type ChoiceProps = { label: string; name: string; value: string; children: ReactNode }

/** The form hears of every change, so that the field itself need not. */
function Choice({ label, name, value, children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select className={field.field} name={name} value={value} onChange={() => {}}>
        {children}
      </select>
    </label>
  )
}

function WhatIsPrinted({ choices, counters }: Pick<Props, 'choices' | 'counters'>) {
  const { t } = useTranslation('staff')
  return (
    <>
      <Choice label={t('posters.counter')} name="counter" value={choices.counter ?? ''}>
        <option value="">{t('posters.all_counters')}</option>
        {counters.map(({ code, name, retired_on }) => (
          <option key={code} value={code} lang="vi">
            {retired_on ? t('posters.retired_counter', { name }) : name}
          </option>
        ))}
      </Choice>
      <Choice label={t('posters.language')} name="words" value={choices.language}>
        {Object.entries(languages).map(([language, { name }]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </Choice>
    </>
  )
}

function HowItIsPrinted({ choices }: Pick<Props, 'choices'>) {
  const { t } = useTranslation('staff')
  return (
    <>
      {choices.size !== 'a4' && (
        <Choice label={t('posters.paper')} name="paper" value={choices.paper}>
          <option value="a4">{t(choices.size === 'a5' ? 'posters.on_a4.two' : 'posters.on_a4.four')}</option>
          <option value="own">{t('posters.on_own', { size: choices.size.toUpperCase() })}</option>
        </Choice>
      )}
      <label>
        {t('posters.copies')}
        <input
          className={field.field}
          name="copies"
          type="number"
          min={1}
          max={MOST_COPIES}
          value={choices.copies}
          onChange={() => {}}
        />
      </label>
      <Choice label={t('posters.ink')} name="ink" value={choices.isBlack ? 'black' : ''}>
        <option value="">{t('posters.inks.colour')}</option>
        <option value="black">{t('posters.inks.black')}</option>
      </Choice>
    </>
  )
}

function AddressField({ choices }: Pick<Props, 'choices'>) {
  const { t } = useTranslation('staff')
  return (
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
  )
}
