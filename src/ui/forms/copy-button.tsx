import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button'
import { Icon } from '../icon'

/** Nothing where there is no clipboard, which is only on https: the text is shown beside the button to be selected. */
export function CopyButton({ text, label, isLink }: { text: string; label: string; isLink?: boolean }) {
  const { t } = useTranslation()
  const [isCopied, setIsCopied] = useState(false)
  if (!navigator.clipboard) return null
  return (
    <Button
      look="quiet"
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setIsCopied(true),
          () => setIsCopied(false),
        )
      }
    >
      <Icon name={isCopied ? 'check' : isLink ? 'link' : 'copy'} /> {isCopied ? t('rate.receipt.copied') : label}
    </Button>
  )
}
