import { useTranslation } from 'react-i18next'
import { InlineConfirm } from './inline-confirm'

export function WithdrawConfirm({ onWithdraw, onKeep }: { onWithdraw: () => void; onKeep: () => void }) {
  const { t } = useTranslation()
  return (
    <InlineConfirm
      question={t('rate.withdraw.question')}
      consequence={t('rate.withdraw.consequence')}
      yes={t('rate.withdraw.yes')}
      no={t('rate.withdraw.no')}
      onYes={onWithdraw}
      onNo={onKeep}
    />
  )
}
