import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { goTo } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'

/** In a list of what can be done next: the faces again, for another matter. */
export function RateAnother({ rating }: { rating: ShownRating }) {
  const { t } = useTranslation()
  return (
    <button type="button" onClick={() => goTo(rating, 'closed')}>
      <Icon name="plus" />
      <span>
        {t('rate.thanks.another')}
        <small>{t('rate.thanks.another_hint')}</small>
      </span>
      <Icon name="right" />
    </button>
  )
}
