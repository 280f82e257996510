import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type LogQuestion, logPage } from '../../data/audit'
import { offices } from '../../data/offices'
import { toProblem } from '../../data/problem'
import { fields, procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { loadNamespace } from '../../i18n/setup'
import { Combobox } from '../../ui/forms/combobox'
import { SelectField, TextField } from '../../ui/forms/form-field'
import { Banner } from '../../ui/messages/banner'
import { Empty } from '../../ui/messages/empty'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { Skeleton } from '../../ui/messages/skeleton'
import { Pagination } from '../../ui/tables/pagination'
import { StaffPage } from '../shell/page'
import { AuditEntry } from './entry'
import { AuditExport } from './export'
import { actionsLogged, isDay, subjectsLogged } from './labels'
import styles from './page.module.css'

/** What is chosen is a step to go back to; a letter more is none. */
const typed = ['who', 'from', 'to']
const parts = ['who', 'action', 'subject', 'office', 'from', 'to'] as const

/** The filters in the address; values that cannot be asked for are left out. */
function readFilters(query: URLSearchParams): LogQuestion {
  const given = parts.flatMap(part => {
    const value = query.get(part)?.trim()
    return value && (!(part === 'from' || part === 'to') || isDay(value)) ? [[part, value]] : []
  })
  return Object.fromEntries(given)
}

export async function loader() {
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(procedureNames)
  queryClient.prefetchQuery(fields)
  // The targets of the plan are called what the public page calls them.
  await loadNamespace('plan')
  return null
}

/** Who did what to which row, the newest first. */
export function Component() {
  const { t } = useTranslation('staff')
  const [query, setQuery] = useSearchParams()
  const question = readFilters(query)
  const page = Math.max(1, Math.floor(Number(query.get('page'))) || 1)
  const { data, error } = useQuery({ ...logPage(question, page), placeholderData: keepPreviousData })
  const { data: places } = useSuspenseQuery(offices)
  const change = (part: string, value: string) =>
    setQuery(
      before => {
        if (value) before.set(part, value)
        else before.delete(part)
        if (part !== 'page') before.delete('page')
        return before
      },
      { replace: typed.some(one => one === part), preventScrollReset: part !== 'page' },
    )
  const isFiltered = Object.keys(question).length > 0
  return (
    <StaffPage title={t('audit.title')} lead={t('audit.lead')} actions={<AuditExport question={question} />}>
      <Filters question={question} places={places} onChange={change} />
      {error && (
        <Banner look="alert" icon="alert">
          <p>
            <ProblemMessage problem={toProblem(error)} />
          </p>
        </Banner>
      )}
      {!data && !error && <Skeleton />}
      {data && (
        <>
          <p className={styles.count} role="status">
            {t('audit.page', { page, n: data.rows.length })}
          </p>
          {data.rows.length === 0 ? (
            <Empty title={t(isFiltered ? 'audit.none_found' : 'audit.none')}>
              {t(isFiltered ? 'audit.none_found_next' : 'audit.none_next')}
            </Empty>
          ) : (
            <ol className={styles.entries}>
              {data.rows.map(entry => (
                <AuditEntry
                  key={entry.id}
                  entry={entry}
                  office={places.find(({ code }) => code === entry.office_code)?.name}
                />
              ))}
            </ol>
          )}
          <Pagination page={page} last={data.hasMore ? page + 1 : page} onPage={next => change('page', String(next))} />
        </>
      )}
    </StaffPage>
  )
}

type FilterProps = {
  question: LogQuestion
  places: { code: string; name: string }[]
  onChange: (part: string, value: string) => void
}

function Filters({ question, places, onChange }: FilterProps) {
  const { t } = useTranslation('staff')
  const bound = (part: (typeof parts)[number]) => ({
    value: question[part] ?? '',
    onChange: (event: { target: { value: string } }) => onChange(part, event.target.value),
  })
  return (
    <search className={styles.filters}>
      <TextField label={t('audit.who')} type="search" {...bound('who')} />
      <SelectField label={t('audit.action')} {...bound('action')}>
        <option value="">{t('audit.all')}</option>
        {actionsLogged.map(action => (
          <option key={action} value={action}>
            {t(`audit.actions.${action}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('audit.subject')} {...bound('subject')}>
        <option value="">{t('audit.all')}</option>
        {subjectsLogged.map(subject => (
          <option key={subject} value={subject}>
            {t(`audit.subjects.${subject}`)}
          </option>
        ))}
      </SelectField>
      <Combobox
        label={t('audit.office')}
        choices={[
          { value: '', label: t('audit.all') },
          ...places.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        value={question.office ?? ''}
        onChange={office => onChange('office', office)}
      />
      <TextField label={t('audit.from')} type="date" {...bound('from')} />
      <TextField label={t('audit.to')} type="date" {...bound('to')} />
    </search>
  )
}
