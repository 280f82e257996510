import { useTranslation } from 'react-i18next'
import { InlineConfirm } from './inline-confirm'

type Props = {
  /** Its code is spent, and stays so. */
  isVisit: boolean
  onWithdraw: () => void
  onKeep: () => void
}

export function WithdrawConfirm({ isVisit, onWithdraw, onKeep }: Props) {
  const { t } = useTranslation()
  return (
    <InlineConfirm
      question={t('rate.withdraw.question')}
      consequence={t(isVisit ? 'rate.withdraw.consequence_visit' : 'rate.withdraw.consequence')}
      yes={t('rate.withdraw.yes')}
      no={t('rate.withdraw.no')}
      onYes={onWithdraw}
      onNo={onKeep}
    />
  )
}
