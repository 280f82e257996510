import { useTranslation } from 'react-i18next'
import type { VisitOrder } from '../../data/visits'

/** How a channel is called; null: not told apart. */
export function useChannelName() {
  const { t } = useTranslation()
  return (channel: VisitOrder['channel'] | null) => t(`figure.channels.${channel ?? 'mixed'}`)
}
