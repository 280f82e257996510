import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button'
import { Icon } from '../icon'

/** The clipboard is only there on https; elsewhere what would be copied stands beside it, to be marked or written down. */
export function CopyButton({ what, says, isLink }: { what: string; says: string; isLink?: boolean }) {
  const { t } = useTranslation()
  const [isCopied, setIsCopied] = useState(false)
  if (!navigator.clipboard) return null
  return (
    <Button
      look="quiet"
      onClick={() =>
        navigator.clipboard.writeText(what).then(
          () => setIsCopied(true),
          () => setIsCopied(false),
        )
      }
    >
      <Icon name={isCopied ? 'check' : isLink ? 'link' : 'copy'} /> {isCopied ? t('rate.receipt.copied') : says}
    </Button>
  )
}
