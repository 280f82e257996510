import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { loadNamespace } from '../../i18n/setup'

type Props = { reason: string | null; unexplained: ReactNode }

const reasons = ['device_repeat', 'staff_device', 'outside_hours', 'too_fast', 'burst'] as const

/** Why this rating is not counted, and what its author can do. Few need it, so its words come with those of the data. */
function SetAsideReason({ reason, unexplained }: Props) {
  const { t } = useTranslation('open-data')
  const known = reasons.find(name => name === reason)
  return known ? <p>{t(`set_aside.told.${known}`)}</p> : unexplained
}

/** Without a signal the short sentence must do. */
export const load = () =>
  loadNamespace('open-data').then(
    () => ({ default: SetAsideReason }),
    () => ({ default: ({ unexplained }: Props) => unexplained }),
  )
