import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Actions, Fields } from '../../ui/forms/form-field'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { useFormErrors } from './form-errors'
import styles from './record-form.module.css'
import { ChangedBy } from './save'
import type { RecordForm as Form } from './use-record-form'

type Props<Values extends FieldValues, Row> = {
  record: Form<Values, Row>
  valuesOf: (row: Row) => Values
  /** What each field is called; in this order two versions are compared. */
  labels: { [Name in keyof Values]?: string }
  /** How a value is told where it is not shown in its field. */
  tell?: (name: keyof Values, value: unknown) => string
  submit?: string
  children: ReactNode
}

/** The frame of every form over one row: what went wrong above it, its fields, one button, and a way back. */
export function RecordForm<Values extends FieldValues, Row>(props: Props<Values, Row>) {
  const { t } = useTranslation('staff')
  const { record, submit, children } = props
  const { form, problem, undo, conflict } = record
  const mistakes = useFormErrors(form.formState.errors)
  return (
    <form className={styles.form} noValidate onSubmit={record.onSubmit}>
      <ErrorSummary errors={mistakes.all}>
        {problem ? <ProblemMessage problem={problem} /> : conflict && <Conflict {...props} conflict={conflict} />}
      </ErrorSummary>
      <Fields>{children}</Fields>
      <Actions>
        <Button type="submit" aria-disabled={record.isPending}>
          {submit ?? t('forms.save')}
        </Button>
        {undo && !form.formState.isDirty && (
          <Button look="quiet" onClick={undo}>
            {t('forms.undo')}
          </Button>
        )}
      </Actions>
    </form>
  )
}

type ConflictProps<Values extends FieldValues, Row> = Props<Values, Row> & {
  conflict: NonNullable<Form<Values, Row>['conflict']>
}

/** Both versions of what differs, and a choice between them. */
function Conflict<Values extends FieldValues, Row>({
  record,
  conflict,
  valuesOf,
  labels,
  tell,
}: ConflictProps<Values, Row>) {
  const { t } = useTranslation('staff')
  const mine = record.form.getValues()
  const theirs = valuesOf(conflict)
  const differing = (Object.keys(labels) as (keyof Values & string)[]).filter(
    name => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]),
  )
  const told = (name: keyof Values, value: unknown) =>
    (tell ? tell(name, value) : String(value ?? '')) || t('forms.nothing')
  return (
    <>
      <p>
        <ChangedBy subject={record.subject} rowKey={record.keyOf(conflict)} />
      </p>
      <dl className={styles.versions}>
        {differing.map(name => (
          <div key={name}>
            <dt>{labels[name]}</dt>
            <dd>{t('forms.theirs', { value: told(name, theirs[name]) })}</dd>
            <dd>{t('forms.mine', { value: told(name, mine[name]) })}</dd>
          </div>
        ))}
      </dl>
      <Actions>
        <Button onClick={record.keepMine}>{t('forms.keep_mine')}</Button>
        <Button look="quiet" onClick={record.takeTheirs}>
          {t('forms.take_theirs')}
        </Button>
      </Actions>
    </>
  )
}
