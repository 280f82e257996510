import { useTranslation } from 'react-i18next'
import type { VisitOrder } from '../../data/visits'

/** The name of a service channel; null: all channels together. */
export function useChannelName() {
  const { t } = useTranslation()
  return (channel: VisitOrder['channel'] | null) => t(`figure.channels.${channel ?? 'mixed'}`)
}
