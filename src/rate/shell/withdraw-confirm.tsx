import { useTranslation } from 'react-i18next'
import { Confirming } from './inline-confirm'

export function Withdrawing({ onWithdraw, onKeep }: { onWithdraw: () => void; onKeep: () => void }) {
  const { t } = useTranslation()
  return (
    <Confirming
      question={t('rate.withdraw.question')}
      consequence={t('rate.withdraw.consequence')}
      yes={t('rate.withdraw.yes')}
      no={t('rate.withdraw.no')}
      onYes={onWithdraw}
      onNo={onKeep}
    />
  )
}
