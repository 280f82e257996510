import { useQuery } from '@tanstack/react-query'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type ReplyTemplate, replyTemplates, saveReplyTemplate } from '../../data/comments'
import { Button } from '../../ui/button'
import { Actions, Fields, TextArea, TextField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { SaveProblem, useSaving } from '../records/save'
import styles from './layout.module.css'

/** Texts that the office replies with again and again. */
export function CommentTemplates({ office }: { office: string }) {
  const { t } = useTranslation('staff')
  const { data: templates = [] } = useQuery(replyTemplates(office))
  const form = useForm<ReplyTemplate>({ defaultValues: { name: '', text: '' } })
  const removing = useSaving(saveReplyTemplate, t('comments.template_removed'))
  return (
    <Section heading={t('comments.templates')} lead={t('comments.templates_lead')}>
      <ul className={styles.templates}>
        {templates.map(template => (
          <Template
            key={template.name}
            template={template}
            onEdit={() => {
              form.setValue('name', template.name)
              form.setValue('text', template.text)
            }}
            onRemove={() => removing.save({ office, name: template.name, text: '' })}
          />
        ))}
      </ul>
      <SaveProblem saving={removing} />
      <TemplateForm office={office} form={form} />
    </Section>
  )
}

type TemplateProps = { template: ReplyTemplate; onEdit: () => void; onRemove: () => void }

function Template({ template: { name, text }, onEdit, onRemove }: TemplateProps) {
  const { t } = useTranslation('staff')
  return (
    <li>
      <div>
        <b>{name}</b>
        <p>{text}</p>
      </div>
      <Actions>
        <Button look="quiet" onClick={onEdit}>
          {t('comments.template_edit')} <span className="vh">{name}</span>
        </Button>
        <Button look="quiet" onClick={onRemove}>
          {t('comments.template_remove')} <span className="vh">{name}</span>
        </Button>
      </Actions>
    </li>
  )
}

/** A template with a name that is there already takes the place of that one. */
function TemplateForm({ office, form }: { office: string; form: UseFormReturn<ReplyTemplate> }) {
  const { t } = useTranslation('staff')
  const { register, handleSubmit, formState, reset } = form
  const saving = useSaving(saveReplyTemplate, t('comments.template_saved'))
  const submit = handleSubmit(async draft => {
    if (await saving.save({ office, ...draft })) reset()
  })
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <SaveProblem saving={saving} />
        <TextField
          label={t('comments.template_name')}
          error={formState.errors.name && t('refusal.name_missing')}
          maxLength={100}
          {...register('name', { validate: name => name.trim() !== '' })}
        />
        <TextArea
          label={t('comments.template_text')}
          error={formState.errors.text && t('refusal.reply_missing')}
          maxLength={4000}
          {...register('text', { validate: text => text.trim() !== '' })}
        />
        <Actions>
          <Button type="submit" look="quiet" isBusy={saving.isSaving}>
            {t('comments.template_save')}
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}
