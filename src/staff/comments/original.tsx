import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revealOriginal } from '../../data/comments'
import { toProblem } from '../../data/problem'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { ProblemMessage } from '../../ui/messages/problem-message'
import styles from './layout.module.css'

/** For auditors. Asks first, because it is logged who read an original. */
export function CommentOriginal({ id }: { id: string }) {
  const { t } = useTranslation('staff')
  const [isAsking, setIsAsking] = useState(false)
  const looking = useMutation({ mutationFn: () => revealOriginal(id) })
  if (looking.data !== undefined) {
    return (
      <div className={styles.original}>
        <p className={styles.about}>{t('comments.original')}</p>
        <blockquote lang="vi">{looking.data}</blockquote>
        <Button look="quiet" onClick={looking.reset}>
          {t('comments.hide_original')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <Button look="quiet" onClick={() => setIsAsking(true)}>
        {t('comments.look')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('comments.look_ask')}
          confirm={t('comments.look')}
          onConfirm={() => looking.mutateAsync()}
          onClose={() => setIsAsking(false)}
          problem={looking.error && <ProblemMessage problem={toProblem(looking.error)} />}
        >
          <p>{t('comments.look_why')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
