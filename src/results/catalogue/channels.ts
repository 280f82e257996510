import { useTranslation } from 'react-i18next'
import type { Procedure } from '../../data/procedures'
import { serviceChannels } from '../../lib/lists'

type Limits = Pick<Procedure, 'counter_days' | 'online_days' | 'post_days'>
const limitOf = { counter: 'counter_days', online: 'online_days', postal: 'post_days' } as const

/** The time limits that the catalogue gives, each with the service channel that it is for. */
export const limitsOf = (procedure: Limits) =>
  serviceChannels.flatMap(channel => {
    const days = procedure[limitOf[channel]]
    return days === null ? [] : [{ channel, days }]
  })

/** How a procedure can be handed in at an office: as the office says, else by the time limits of the catalogue. */
export function useChannels(procedure: Limits) {
  const { t } = useTranslation('catalogue')
  const { t: common } = useTranslation()
  // Within a sentence only the first is written large.
  const named = (channels: string[]) =>
    serviceChannels
      .filter(one => channels.includes(one))
      .map(one => common(`figure.channels.${one}`))
      .map((name, at) => (at === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)))
      .join(', ')
  return (said: string | null) => {
    if (said !== null) return named(said.split(' '))
    const listed = named(limitsOf(procedure).map(({ channel }) => channel))
    return listed ? `${listed} (${t('by_catalogue')})` : t('channels_unknown')
  }
}
