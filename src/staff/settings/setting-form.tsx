import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../data/query-client'
import { type RuleChange, ruleChanges } from '../../data/rule-changes'
import { settings } from '../../data/settings'
import {
  datedSettings,
  type NumberSetting,
  numberSettings,
  saveSetting,
  settingBounds,
  type textSettings,
} from '../../data/settings-admin'
import { isOrigin } from '../../lib/text/origin'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/forms/form-field'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import styles from './page.module.css'

type Name = NumberSetting | (typeof textSettings)[number]
type Props = {
  name: Name
  value: number | string | null
  /** Of a rule that figures depend on: what is decided and does not hold yet. */
  planned?: RuleChange | undefined
  mayChange: boolean
}

const isNumber = (name: Name): name is NumberSetting => numberSettings.some(one => one === name)
const isDated = (name: Name) => datedSettings.some(one => one === name)

/** Whether the database would take it; it answers the same a moment later. */
function isInBounds(name: Name, typed: string) {
  const text = typed.trim()
  if (!isNumber(name)) return text.length <= 200 && (name !== 'public_address' || text === '' || isOrigin(text))
  const [low, high] = settingBounds[name]
  return /^\d+$/.test(text) && Number(text) >= low && Number(text) <= high
}

/** What a rule will be, and from when. */
function Planned({ planned, value }: { planned: RuleChange; value: number | string | null }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return (
    <p>{t('settings.planned', { now: value, day: format.day(planned.valid_from), value: String(planned.value) })}</p>
  )
}

/** One setting with why it is there, its bounds, and a button of its own: each is saved and logged by itself. */
export function SettingForm({ name, value, planned, mayChange }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const id = useId()
  // A rule is changed from what it is going to be.
  const last = planned ? Number(planned.value) : value
  const { register, handleSubmit, formState } = useForm({ defaultValues: { value: last === null ? '' : String(last) } })
  const saving = useSaving(
    (typed: string) => saveSetting(name, isNumber(name) ? Number(typed) : typed, last),
    t(isDated(name) ? 'settings.decided' : 'settings.saved', { what: t(`settings.${name}`) }),
  )
  const submit = handleSubmit(({ value: typed }) => saving.save(typed.trim()))
  const [low, high] = isNumber(name) ? settingBounds[name] : []
  const why = t(`settings.${name}_why`)
  const bounds =
    low === undefined
      ? t('settings.at_most')
      : t('settings.bounds', { low: format.count(low), high: format.count(high ?? low) })
  if (!mayChange) {
    return (
      <div className={styles.setting}>
        <p>
          <b>{t(`settings.${name}`)}</b>: {value === null ? t('settings.none') : String(value)}
        </p>
        {planned && <Planned planned={planned} value={value} />}
        <p className={styles.why}>{why}</p>
      </div>
    )
  }
  return (
    <form className={styles.setting} onSubmit={submit} noValidate>
      <SaveProblem
        saving={saving}
        fieldOf={{ setting_out_of_bounds: id }}
        subject={isDated(name) ? 'rule_changes' : 'settings'}
        rowKey={name}
        onLoad={() =>
          void queryClient.invalidateQueries({ queryKey: (isDated(name) ? ruleChanges : settings).queryKey })
        }
      />
      {planned && <Planned planned={planned} value={value} />}
      <div className={styles.line}>
        <TextField
          id={id}
          label={t(`settings.${name}`)}
          hint={`${why} ${bounds}`}
          error={formState.errors.value && t('refusal.setting_out_of_bounds')}
          inputMode={isNumber(name) ? 'numeric' : 'text'}
          {...register('value', { validate: typed => isInBounds(name, typed) })}
        />
        <Button type="submit" look="quiet" isBusy={saving.isSaving}>
          {t('settings.save')}
          <span className="vh"> {t(`settings.${name}`)}</span>
        </Button>
      </div>
    </form>
  )
}
