import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Actions, Fields } from '../../ui/forms/form-field'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Conflict } from './conflict'
import { useFormErrors } from './form-errors'
import styles from './record-form.module.css'
import type { RecordForm as Form } from './use-record-form'

type Props<Values extends FieldValues, Row> = {
  record: Form<Values, Row>
  valuesOf: (row: Row) => Values
  /** What each field is called; in this order two versions are compared. */
  labels: { [Name in keyof Values]?: string }
  /** How a value is written where it is not shown in its field. */
  format?: (name: keyof Values, value: unknown) => string
  submit?: string
  children: ReactNode
}

/** The frame of every form over one row: what went wrong above it, its fields, one button, and a way back. */
export function RecordForm<Values extends FieldValues, Row>(props: Props<Values, Row>) {
  const { t } = useTranslation('staff')
  const { record, submit, children } = props
  const { form, problem, undo, conflict } = record
  const errors = useFormErrors(form.formState.errors)
  return (
    <form className={styles.form} noValidate onSubmit={record.onSubmit}>
      <ErrorSummary errors={errors.all}>
        {problem ? <ProblemMessage problem={problem} /> : conflict && <RecordConflict {...props} current={conflict} />}
      </ErrorSummary>
      <Fields>{children}</Fields>
      <Actions>
        <Button type="submit" isBusy={record.isPending}>
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

/** Both versions of what differs, and a choice between them. */
function RecordConflict<Values extends FieldValues, Row>(props: Props<Values, Row> & { current: Row }) {
  const { t } = useTranslation('staff')
  const { record, labels } = props
  const typed = record.form.getValues()
  const saved = props.valuesOf(props.current)
  const differing = (Object.keys(labels) as (keyof Values & string)[]).filter(
    name => JSON.stringify(typed[name]) !== JSON.stringify(saved[name]),
  )
  const written = (name: keyof Values, value: unknown) =>
    (props.format ? props.format(name, value) : String(value ?? '')) || t('forms.nothing')
  return (
    <Conflict
      subject={record.subject}
      rowKey={record.keyOf(props.current)}
      choices={[
        { label: t('forms.save_typed'), onChoose: record.saveTyped },
        { label: t('forms.load_saved'), onChoose: record.loadSaved },
      ]}
    >
      <dl className={styles.versions}>
        {differing.map(name => (
          <div key={name}>
            <dt>{labels[name]}</dt>
            <dd>{t('forms.saved_version', { value: written(name, saved[name]) })}</dd>
            <dd>{t('forms.typed_version', { value: written(name, typed[name]) })}</dd>
          </div>
        ))}
      </dl>
    </Conflict>
  )
}
