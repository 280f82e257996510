import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { replyTemplates } from '../../data/comments'
import { SelectField } from '../../ui/forms/form-field'

/** The texts that an office replies with again and again; nothing where it keeps none. */
export function TemplateField({ office, onChoose }: { office: string; onChoose: (text: string) => void }) {
  const { t } = useTranslation('staff')
  const { data: templates = [] } = useQuery(replyTemplates(office))
  if (templates.length === 0) return null
  return (
    <SelectField
      label={t('comments.template')}
      value=""
      onChange={event => {
        const chosen = templates.find(({ name }) => name === event.target.value)
        if (chosen) onChoose(chosen.text)
      }}
    >
      <option value="">{t('comments.choose_template')}</option>
      {templates.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
