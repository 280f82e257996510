import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agencyLogo } from '../../data/logo'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { saveLogo } from '../../data/settings-admin'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/forms/form-field'
import { SaveProblem, useSaving } from '../records/save'
import styles from './page.module.css'

/** As in the database, to answer before the file has travelled. */
const LARGEST = 64 * 1024

const dataAddress = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** The agency's logo: a small picture without scripts, shown beside the name. */
export function LogoForm({ version, mayChange }: { version: string | null; mayChange: boolean }) {
  const { t } = useTranslation('staff')
  const id = useId()
  const { data: picture } = useQuery({ ...agencyLogo(version ?? ''), enabled: version !== null })
  const [isTooLarge, setTooLarge] = useState(false)
  const saving = useSaving(saveLogo, t('settings.saved', { what: t('settings.logo') }))
  const choose = async (file: File | undefined) => {
    setTooLarge(Boolean(file && file.size > LARGEST))
    if (file && file.size <= LARGEST) await saving.save({ picture: await dataAddress(file), seen: version })
  }
  return (
    <div className={styles.setting}>
      <SaveProblem
        saving={saving}
        fieldOf={{ logo_unreadable: id, logo_too_large: id }}
        subject="settings"
        rowKey="logo"
        onLoad={() => void queryClient.invalidateQueries({ queryKey: settings.queryKey })}
      />
      {version && picture && (
        <div className={styles.logo}>
          <img src={picture} alt={t('settings.logo_now')} />
          {mayChange && (
            <Button look="danger" onClick={() => saving.save({ picture: null, seen: version })}>
              {t('settings.logo_remove')}
            </Button>
          )}
        </div>
      )}
      {mayChange ? (
        <TextField
          id={id}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          label={t('settings.logo')}
          hint={t('settings.logo_why')}
          error={isTooLarge ? t('refusal.logo_too_large') : undefined}
          onChange={event => choose(event.target.files?.[0])}
        />
      ) : (
        !version && (
          <p>
            <b>{t('settings.logo')}</b>: {t('settings.none')}
          </p>
        )
      )}
    </div>
  )
}
