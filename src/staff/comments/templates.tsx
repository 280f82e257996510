import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
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
  const { register, handleSubmit, formState, reset, setValue } = useForm<ReplyTemplate>({
    defaultValues: { name: '', text: '' },
  })
  const saving = useSaving(saveReplyTemplate, t('comments.template_saved'))
  const removing = useSaving(saveReplyTemplate, t('comments.template_removed'))
  const submit = handleSubmit(async draft => {
    if (await saving.save({ office, ...draft })) reset()
  })
  return (
    <Section heading={t('comments.templates')} lead={t('comments.templates_lead')}>
      <ul className={styles.templates}>
        {templates.map(({ name, text }) => (
          <li key={name}>
            <div>
              <b>{name}</b>
              <p>{text}</p>
            </div>
            <Actions>
              <Button
                look="quiet"
                onClick={() => {
                  setValue('name', name)
                  setValue('text', text)
                }}
              >
                {t('comments.template_edit')} <span className="vh">{name}</span>
              </Button>
              <Button look="quiet" onClick={() => removing.save({ office, name, text: '' })}>
                {t('comments.template_remove')} <span className="vh">{name}</span>
              </Button>
            </Actions>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} noValidate>
        <Fields>
          <SaveProblem saving={removing} />
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
            <Button type="submit" look="quiet" aria-disabled={saving.isSaving}>
              {t('comments.template_save')}
            </Button>
          </Actions>
        </Fields>
      </form>
    </Section>
  )
}
