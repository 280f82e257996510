import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Office } from '../../data/offices'
import { type ParIndex, parIndex, parMeans } from '../../data/plan'
import { byName } from '../../lib/text/format'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { SelectField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import tableStyles from '../../ui/tables/table.module.css'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'
import styles from './page.module.css'
import { type Means, ParChart } from './par-chart'

/** The index of administrative reform of one unit: the office that is chosen, or one of those that have an index. */
export function ParSection({ office, officeList }: { office: Office | undefined; officeList: Office[] }) {
  const { t } = useTranslation('plan')
  const [query] = useSearchParams()
  const { data: all } = useSuspenseQuery(parIndex)
  const { data: means } = useSuspenseQuery(parMeans)
  const units = officeList
    .filter(({ code }) => all.some(({ office_code }) => office_code === code))
    .toSorted((a, b) => byName(a.name, b.name))
  const wanted = query.get('unit') ?? office?.code
  const unit = units.find(({ code }) => code === wanted) ?? units[0]
  const mean = means.find(({ office_code }) => office_code === unit?.code)
  if (!unit || !mean) {
    return (
      <Section heading={t('par.score')}>
        <p>{t('par.none')}</p>
      </Section>
    )
  }
  const years = all.filter(({ office_code }) => office_code === unit.code)
  return <ParOfUnit unit={unit} units={units} years={years} means={mean} office={office} />
}

/** 'hạng từ 6 lên 3', where the first and the last year have a rank. */
function useFinding(years: ParIndex[]) {
  const { t } = useTranslation('plan')
  const [first, last] = [years[0], years.at(-1)]
  const heading =
    first?.year === last?.year
      ? t('par.heading_one', { from: first?.year })
      : t('par.heading', { from: first?.year, to: last?.year })
  const ranks = [first?.rank, last?.rank] as const
  if (years.length < 2 || ranks[0] == null || ranks[1] == null) return heading
  const way = ranks[1] < ranks[0] ? 'better' : ranks[1] > ranks[0] ? 'worse' : 'same'
  return t('par.finding', { heading, finding: t(`par.${way}`, { first: ranks[0], last: ranks[1] }) })
}

type UnitProps = { unit: Office; units: Office[]; years: ParIndex[]; means: Means; office: Office | undefined }

function ParOfUnit({ unit, units, years, means, office }: UnitProps) {
  const { t } = useTranslation('plan')
  const navigate = useNavigate()
  const finding = useFinding(years)
  const sources = [...new Set(years.map(({ source }) => source))]
  return (
    <Section heading={finding} lead={t('par.lead', { unit: keepNames(unit.name) })} rows={years.length}>
      {units.length > 1 && (
        <div className={styles.choices}>
          <SelectField
            label={t('par.unit')}
            value={unit.code}
            onChange={({ target }) =>
              navigate(paths.plan({ ...(office && { office: office.code }), unit: target.value }), {
                preventScrollReset: true,
              })
            }
          >
            {units.map(({ code, name }) => (
              <option key={code} value={code} lang="vi">
                {keepNames(name)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <div className={styles.par}>
        <ParChart years={years} means={means} />
        <ParTable unit={unit} years={years} means={means} />
      </div>
      <p className={pageStyles.note}>
        {t('par.source')}: <span lang="vi">{sources.join('; ')}</span>.{' '}
        {sources.some(source => source.startsWith('Báo ')) && t('par.unverified')}
      </p>
    </Section>
  )
}

/** The same numbers as the drawing, with the change and the group. */
function ParTable({ unit, years, means }: { unit: Office; years: ParIndex[]; means: Means }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const hasGroups = years.some(({ group_name }) => group_name !== null)
  const change = ({ year, score }: ParIndex) => {
    const before = years.find(other => other.year === year - 1)
    return before ? format.hundredthChange(score - before.score) : '–'
  }
  const rank = (one: ParIndex) =>
    one.rank === null ? '–' : t('par.rank_of', { rank: one.rank, units: one.ranked_units })
  return (
    <div className={styles.scroll}>
      <table className={`${tableStyles.table} ${styles.years}`}>
        <caption className="vh">{t('par.caption', { unit: unit.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('par.year')}</th>
            <th scope="col" className={tableStyles.number}>
              {t('par.score')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('par.change')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('par.rank')}
            </th>
            {hasGroups && <th scope="col">{t('par.group')}</th>}
          </tr>
        </thead>
        <tbody>
          {years.map(one => (
            <tr key={one.year}>
              <th scope="row">{one.year}</th>
              <td className={tableStyles.number}>{format.hundredth(one.score)}</td>
              <td className={tableStyles.number}>{change(one)}</td>
              <td className={tableStyles.number}>{rank(one)}</td>
              {hasGroups && <td lang="vi">{one.group_name ?? '–'}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('par.mean')}</th>
            <td className={tableStyles.number}>{format.hundredth(means.mean_score)}</td>
            <td />
            <td className={tableStyles.number}>{means.mean_rank === null ? '–' : format.tenth(means.mean_rank)}</td>
            {hasGroups && <td />}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
