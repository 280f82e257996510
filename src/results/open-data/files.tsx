import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileUrls } from '../../data/open-data'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import tableStyles from '../../ui/tables/table.module.css'
import { useFormats } from '../../ui/use-formats'
import styles from './page.module.css'

type File = { file: string; entries: number; bytes: number }

/** The order in which the files are listed: the most wanted first. */
const ORDER =
  'batches answer_groups group_answers monthly_totals handled_dossiers good_practice control_surveys control_samples set_aside_totals refused_tries visit_code_totals kiosk_uptime corrections rule_changes feedback_figures plan_values plan_indicators plan_target_changes par_index offices procedures'.split(
    ' ',
  )
const place = ({ file }: File) => (ORDER.indexOf(file) + ORDER.length + 1) % (ORDER.length + 1)

export function DataFiles({ files }: { files: File[] }) {
  const { t } = useTranslation('open-data')
  const format = useFormats()
  const nameOf = (file: string) => t(`file.${file}` as 'file.batches')
  const sorted = [...files].sort((a, b) => place(a) - place(b))
  return (
    <>
      <table className={`${tableStyles.table} ${styles.files}`}>
        <caption className="vh">{t('data.files')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('data.file_name')}</th>
            <th scope="col" className={tableStyles.number}>
              {t('data.rows')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('data.size')}
            </th>
            <th scope="col">{t('data.download')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ file, entries, bytes }) => (
            <tr key={file}>
              <th scope="row">
                {nameOf(file)} <small>{file}</small>
              </th>
              <td className={tableStyles.number}>
                <span className={styles.label}>{t('data.rows')}:</span> {format.count(entries)}
              </td>
              <td className={tableStyles.number}>
                <span className={styles.label}>{t('data.size')}:</span>{' '}
                {t('data.kilobytes', {
                  n: bytes < 10_000 ? format.tenth(Math.max(0.1, bytes / 1000)) : format.count(bytes / 1000),
                })}
              </td>
              <td>
                <span className={styles.formats}>
                  {(['csv', 'excel', 'json'] as const).map(kind => {
                    const shown = kind === 'excel' ? t('data.for_excel') : kind.toUpperCase()
                    const label = t('data.download_as', { file: nameOf(file), format: shown })
                    return (
                      <a key={kind} href={fileUrls(file)[kind]} download aria-label={label}>
                        {shown}
                      </a>
                    )
                  })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Workbook files={sorted.map(({ file }) => file)} />
    </>
  )
}

type State = { done: number } | 'idle' | 'ready' | 'failed'

/** All files as one workbook, made in the browser, so that the server stores nothing twice. */
function Workbook({ files }: { files: string[] }) {
  const { t } = useTranslation('open-data')
  const [state, setState] = useState<State>('idle')
  const isWorking = typeof state === 'object'

  async function make() {
    setState({ done: 0 })
    try {
      const { saveWorkbook } = await import('./workbook')
      await saveWorkbook(files, done => setState({ done }))
      setState('ready')
    } catch {
      setState('failed')
    }
  }

  return (
    <div className={styles.workbook}>
      <Button onClick={() => isWorking || make()} aria-disabled={isWorking}>
        <Icon name="download" /> {t('data.workbook')}
      </Button>
      <p role="status">
        {isWorking && t('data.workbook_making', { done: state.done, of: files.length })}
        {state === 'ready' && t('data.workbook_done')}
        {state === 'failed' && t('data.workbook_failed')}
      </p>
      <p className={styles.note}>{t('data.workbook_note')}</p>
    </div>
  )
}
