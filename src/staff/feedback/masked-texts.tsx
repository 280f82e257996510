import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maskedTexts, type Petition } from '../../data/feedback/work'
import { Button } from '../../ui/button'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import { ExportButtons } from '../shared/export-buttons'
import { numberOf } from '../shared/petition-number'
import { useStaff } from '../shell/membership'

/** What petitions say, with what identifies people masked, as a table to take along. Asking for it is logged. */
export function MaskedTexts({ petitions }: { petitions: Petition[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { membership, may } = useStaff()
  const [texts, setTexts] = useState<Map<string, string>>()
  const loading = useSaving(maskedTexts, t('feedback.done'))
  const own = petitions.filter(({ office_code: code }) => code === membership.office)
  if (!may('handle_feedback') || own.length === 0) return null
  const rows = () => [
    [t('feedback.number'), t('feedback.received'), t('feedback.kind'), t('feedback.state'), t('feedback.masked')],
    ...own.map(petition => [
      numberOf(petition),
      format.day(petition.received_on),
      t(`feedback.kinds.${petition.kind}`),
      t(`feedback.states.${petition.state}`),
      texts?.get(petition.id) ?? '',
    ]),
  ]
  if (texts) return <ExportButtons name={t('feedback.masked')} rows={rows} />
  const load = async () => setTexts((await loading.save(membership.office))?.result)
  return (
    <>
      <SaveProblem saving={loading} />
      <p>
        <Button look="quiet" isBusy={loading.isSaving} onClick={() => void load()}>
          {t('feedback.export_texts')}
        </Button>
      </p>
    </>
  )
}
