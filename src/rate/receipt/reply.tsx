import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceiptState, Score } from '../../data/ratings'
import { Button } from '../../ui/button'
import { FaceScale } from '../../ui/faces/face-scale'
import { Icon } from '../../ui/icon'
import { useFormats } from '../../ui/use-formats'
import styles from './reply.module.css'

type Props = { reply: NonNullable<ReceiptState['reply']>; isAsking: boolean; onRate: (score: Score) => Promise<void> }

/** Shows the office's reply as plain text, and asks how satisfied the person is since, by the same faces. */
export function Reply({ reply, isAsking, onRate }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const [isChanging, setIsChanging] = useState(false)
  const isAnswered = reply.score !== null && !isChanging

  return (
    <section className={styles.reply} aria-labelledby="reply">
      <h2 id="reply">{t('receipt.reply.title')}</h2>
      <p className={styles.day}>{t('receipt.reply.on', { day: format.day(reply.replied_on) })}</p>
      <blockquote lang="vi">{reply.text}</blockquote>
      {isAnswered ? (
        <div className={styles.answered} role="status">
          <p>
            <Icon name="check" /> {t('receipt.reply.chosen', { answer: t(`score.${reply.score as Score}`) })}
          </p>
          <Button look="quiet" onClick={() => setIsChanging(true)}>
            <Icon name="pencil" /> {t('rate.change')}
          </Button>
        </div>
      ) : (
        <FaceScale
          question={<h3>{t('receipt.reply.question')}</h3>}
          current={reply.score ?? undefined}
          onAnswer={score => {
            if (!isAsking) void onRate(score).then(() => setIsChanging(false))
          }}
        />
      )}
    </section>
  )
}
