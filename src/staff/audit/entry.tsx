import { useTranslation } from 'react-i18next'
import type { LogEntry } from '../../data/audit'
import { useFormats } from '../../ui/use-formats'
import { changesBetween } from './changes'
import { actionsLogged, isLogged, subjectsLogged } from './labels'
import { useLogWords } from './names'
import styles from './page.module.css'

/** What was done, to what and by whom, in the language of the page. */
export function useLogLabels() {
  const { t } = useTranslation('staff')
  return {
    action: (action: string) => (isLogged(actionsLogged, action) ? t(`audit.actions.${action}`) : action),
    subject: (subject: string) => (isLogged(subjectsLogged, subject) ? t(`audit.subjects.${subject}`) : subject),
    who: (who: string) => (who === 'administrator' ? t('audit.administrator') : who),
  }
}

/** One line of the log; what changed unfolds under it. */
export function AuditEntry({ entry, office }: { entry: LogEntry; office: string | undefined }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const words = useLogLabels()
  const { nameOf, columnName, value } = useLogWords()
  const name = nameOf(entry)
  const changes = changesBetween(entry.before, entry.after)
  return (
    <li className={styles.entry}>
      <p className={styles.when}>
        <time dateTime={entry.at}>{format.instantOf(Date.parse(entry.at))}</time>
      </p>
      <div className={styles.what}>
        <p>
          <b>{words.action(entry.action)}</b> {words.subject(entry.subject)}{' '}
          {name ? <span lang="vi">{name}</span> : entry.subject !== 'comments' && <code>{entry.key}</code>}
        </p>
        <p className={styles.who}>
          {words.who(entry.who)}
          {office && <span lang="vi">{` · ${office}`}</span>}
        </p>
        {changes.length > 0 && (
          <details>
            <summary>{t('audit.changes', { n: changes.length })}</summary>
            <table className={styles.changes}>
              <caption className="vh">{t('audit.changes_of', { key: name ?? entry.key })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('audit.column')}</th>
                  {entry.before !== null && <th scope="col">{t('audit.before')}</th>}
                  {entry.after !== null && <th scope="col">{t('audit.after')}</th>}
                </tr>
              </thead>
              <tbody>
                {changes.map(({ column, before, after }) => (
                  <tr key={column}>
                    <th scope="row">{columnName(column) ?? <code>{column}</code>}</th>
                    {entry.before !== null && (
                      <td data-label={t('audit.before')}>
                        {before === null ? t('audit.nothing') : <del>{value(column, before)}</del>}
                      </td>
                    )}
                    {entry.after !== null && (
                      <td data-label={t('audit.after')}>
                        {after === null ? t('audit.nothing') : <ins>{value(column, after)}</ins>}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        )}
      </div>
    </li>
  )
}
