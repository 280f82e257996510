import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lastChange } from '../../data/audit'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { useFormats } from '../../ui/use-formats'

type Props = {
  /** The table and the key of the row, as the log names them. */
  subject: string
  rowKey: string
  /** What differs between the two versions, where the form can show it. */
  children?: ReactNode
  /** What can be done about it; the first is the main one. */
  choices: { label: string; onChoose: () => unknown }[]
}

/** Somebody else saved the row after this person opened it. Stands in an ErrorSummary. */
export function Conflict({ subject, rowKey, children, choices }: Props) {
  return (
    <>
      <p>
        <ChangedBy subject={subject} rowKey={rowKey} />
      </p>
      {children}
      <Actions>
        {choices.map(({ label, onChoose }, i) => (
          <Button key={label} look={i === 0 ? 'main' : 'quiet'} onClick={onChoose}>
            {label}
          </Button>
        ))}
      </Actions>
    </>
  )
}

/** Who changed the row and when, as far as the person may read the log. */
function ChangedBy({ subject, rowKey }: Pick<Props, 'subject' | 'rowKey'>) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data } = useQuery(lastChange(subject, rowKey))
  if (!data) return <ProblemMessage problem={{ key: 'changed_meanwhile' }} />
  const at = Date.parse(data.at)
  return <>{t('parts.changed_by', { who: data.who, time: format.timeOf(at), day: format.dayOf(at) })}</>
}
