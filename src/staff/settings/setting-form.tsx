import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import {
  type NumberSetting,
  numberSettings,
  saveSetting,
  settingBounds,
  type textSettings,
} from '../../data/settings-admin'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/forms/form-field'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import styles from './page.module.css'

type Name = NumberSetting | (typeof textSettings)[number]
type Props = { name: Name; value: number | string | null; mayChange: boolean }

const isNumber = (name: Name): name is NumberSetting => numberSettings.some(one => one === name)

/** One setting with why it is there, its bounds, and a button of its own: each is saved and logged by itself. */
export function SettingForm({ name, value, mayChange }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const id = useId()
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { value: value === null ? '' : String(value) },
  })
  const saving = useSaving(
    (typed: string) => saveSetting(name, isNumber(name) ? Number(typed) : typed, value),
    t('settings.saved', { what: t(`settings.${name}`) }),
  )
  const submit = handleSubmit(({ value: typed }) => saving.save(typed.trim()))
  const [low, high] = isNumber(name) ? settingBounds[name] : [0, 200]
  const why = t(`settings.${name}_why`)
  const bounds = isNumber(name)
    ? t('settings.bounds', { low: format.count(low), high: format.count(high) })
    : t('settings.at_most')
  if (!mayChange) {
    return (
      <div className={styles.setting}>
        <p>
          <b>{t(`settings.${name}`)}</b>: {value === null ? t('settings.none') : String(value)}
        </p>
        <p className={styles.why}>{why}</p>
      </div>
    )
  }
  const isInBounds = (typed: string) => {
    const text = typed.trim()
    if (!isNumber(name)) return text.length <= high
    return /^\d+$/.test(text) && Number(text) >= low && Number(text) <= high
  }
  return (
    <form className={styles.setting} onSubmit={submit} noValidate>
      <SaveProblem
        saving={saving}
        fieldOf={{ setting_out_of_bounds: id }}
        subject="settings"
        rowKey={name}
        onLoad={() => void queryClient.invalidateQueries({ queryKey: settings.queryKey })}
      />
      <div className={styles.line}>
        <TextField
          id={id}
          label={t(`settings.${name}`)}
          hint={`${why} ${bounds}`}
          error={formState.errors.value && t('refusal.setting_out_of_bounds')}
          inputMode={isNumber(name) ? 'numeric' : 'text'}
          {...register('value', { validate: isInBounds })}
        />
        <Button type="submit" look="quiet" isBusy={saving.isSaving}>
          {t('settings.save')}
          <span className="vh"> {t(`settings.${name}`)}</span>
        </Button>
      </div>
    </form>
  )
}
