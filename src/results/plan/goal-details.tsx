// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles in some browsers.
// biome-ignore-all lint/a11y/useSemanticElements: the same.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlanValue, planValueFile, planValues } from '../../data/plan'
import type { PlanFigure } from '../../lib/figures/plan'
import { saveFile } from '../../ui/save-file'
import { useFormats } from '../../ui/use-formats'
import styles from './goals.module.css'
import { usePlanPeriods } from './periods'
import { type Code, usePlanValue } from './words'

type Props = { name: string; code: Code; figures: PlanFigure[] }

/** Every period of a target, the latest first, and what each value rests on. */
export function GoalDetails({ name, code, figures }: Props) {
  const { t } = useTranslation('plan')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary aria-label={t('details', { name })}>{t('details_shown')}</summary>
      {isOpen && <Periods name={name} code={code} figures={figures} />}
    </details>
  )
}

function Periods({ name, code, figures }: Props) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const { valueText } = usePlanValue()
  const { periodOf } = usePlanPeriods()
  const entries = figures.flatMap(({ entry }) => entry ?? [])
  const { data: values } = useQuery({ ...planValues(entries), enabled: entries.length > 0 })
  const counts = ({ part, whole }: PlanFigure) =>
    part !== null && whole !== null && t(`counts.${code}`, { part: format.count(part), whole: format.count(whole) })
  return (
    <table role="table" className={styles.periods}>
      <caption className="vh">{t('details', { name })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('period')}
          </th>
          <th role="columnheader" scope="col">
            {t('column.now')}
          </th>
          <th role="columnheader" scope="col">
            {t('column.verdict')}
          </th>
          <th role="columnheader" scope="col">
            {t('basis')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {figures.toReversed().map(figure => (
          <tr role="row" key={figure.period}>
            <th role="rowheader" scope="row">
              {periodOf(figure)}
            </th>
            <td role="cell">
              <b>{valueText(figure)}</b>
              {counts(figure) && <small>{counts(figure)}</small>}
            </td>
            <td role="cell">{t(`verdict.${figure.verdict}`)}</td>
            <td role="cell">
              {t(`source.${figure.source}`)}
              {figure.source !== 'par_index' && `, ${t('as_of', { day: format.day(figure.as_of) })}`}
              {figure.entry !== null && <Evidence value={values?.find(({ id }) => id === figure.entry)} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What an office handed in with a value. A file is saved and never opened here: it could be anything. */
function Evidence({ value }: { value: PlanValue | undefined }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const saving = useMutation({
    mutationFn: async (id: number) => {
      const { name, bytes } = await planValueFile(id)
      saveFile(name, new Blob([bytes], { type: 'application/octet-stream' }))
    },
  })
  if (!value) return <small role="status">{t('evidence_loading')}</small>
  return (
    <span className={styles.evidence}>
      <span lang="vi">{value.evidence}</span>
      <small>{t('entered_on', { day: format.day(value.entered_on) })}</small>
      {value.link && (
        <a href={value.link} rel="external nofollow noreferrer">
          {t('link', { host: new URL(value.link).hostname })}
        </a>
      )}
      {value.file_name && (
        <button type="button" onClick={() => saving.mutate(value.id)}>
          {t('file', { name: value.file_name, size: format.count(Math.max(1, (value.file_bytes ?? 0) / 1000)) })}
        </button>
      )}
      {saving.isError && <span role="alert">{t('file_failed')}</span>}
    </span>
  )
}
