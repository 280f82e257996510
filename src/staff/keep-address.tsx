import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../data/problem'
import { saveSetting } from '../data/settings-kept'
import { Button } from '../ui/button'
import { ProblemMessage } from '../ui/problem-message'
import { say } from '../ui/status-line'

/** A coordinator at the top decides once under which address phones find the site: then every office prints that. */
export function KeepAddress({ address, known }: { address: string; known: string | null }) {
  const { t } = useTranslation('staff')
  const keep = useMutation({
    mutationFn: () => saveSetting('public_address', address, known),
    onSuccess: () => say(t('posters.address_kept', { address })),
  })
  return (
    <div>
      {keep.error && (
        <p role="alert">
          <ProblemMessage problem={problemOf(keep.error)} />
        </p>
      )}
      <Button look="quiet" onClick={() => keep.mutate()}>
        {t('posters.keep_address', { address })}
      </Button>
    </div>
  )
}
