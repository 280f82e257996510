import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import {
  type FeedbackFigure,
  feedbackFigures,
  type PublishedFeedback,
  publishedFeedback,
} from '../../data/feedback/petitions'
import { offices } from '../../data/offices'
import { settings } from '../../data/settings'
import { Button } from '../../ui/button'
import { Section } from '../../ui/layout/section'
import { Skeleton } from '../../ui/messages/skeleton'
import tableStyles from '../../ui/tables/table.module.css'
import { useFormats } from '../../ui/use-formats'
import { useOnChange } from '../../ui/use-on-change'
import { useFeedbackWords } from '../shell/words'
import styles from './page.module.css'

/** What everybody may know: how offices handle petitions, and what they published of them. */
export function PublicFeedback() {
  return (
    <Suspense fallback={<Skeleton />}>
      <Figures />
      <Published />
    </Suspense>
  )
}

function useOfficeName() {
  const { data } = useSuspenseQuery(offices)
  return (code: string) => data.find(office => office.code === code)?.name ?? code
}

function Figures() {
  const { t } = useFeedbackWords()
  const format = useFormats()
  const { data: rules } = useSuspenseQuery(settings)
  const { data: figures } = useSuspenseQuery(feedbackFigures)
  const lead = t('public.figures_lead', {
    k: format.count(rules.min_batch),
    days: format.count(rules.feedback_handle_days),
  })
  return (
    <Section heading={t('public.figures')} lead={lead} rows={figures.length}>
      {figures.length === 0 ? <p>{t('public.none')}</p> : <FigureTable figures={figures} />}
    </Section>
  )
}

/** Of so many, as a percentage. */
const share = (part: number, of: number) => (100 * part) / of

function FigureTable({ figures }: { figures: FeedbackFigure[] }) {
  const { t } = useFeedbackWords()
  const format = useFormats()
  const officeName = useOfficeName()
  const names = ['quarter', 'office', 'n', 'on_time', 'median', 'content'] as const
  const quarterOf = (day: string) => `${format.quarter(Math.ceil(Number(day.slice(5, 7)) / 3))}/${day.slice(0, 4)}`
  const contentOf = ({ content, not_content: not }: FeedbackFigure) =>
    content === null || not === null ? t('public.too_few') : format.percent(share(content, content + not))
  const cellsOf = (figure: FeedbackFigure) => ({
    quarter: quarterOf(figure.quarter),
    office: figure.is_pooled
      ? t('public.pooled', { office: officeName(figure.office_code) })
      : officeName(figure.office_code),
    n: format.count(figure.n),
    on_time: format.percent(share(figure.on_time, figure.n)),
    median: figure.median_days === null ? t('public.too_few') : format.tenth(figure.median_days),
    content: contentOf(figure),
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled with the keyboard too
    // biome-ignore lint/a11y/useSemanticElements: a section of its own would be one more heading
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('public.figures')}>
      <table className={tableStyles.table}>
        <caption className="vh">{t('public.figures')}</caption>
        <thead>
          <tr>
            {names.map(name => (
              <th key={name} scope="col">
                {t(`public.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => {
            const cells = cellsOf(figure)
            return (
              <tr key={`${figure.quarter} ${figure.office_code} ${figure.is_pooled}`}>
                {names.map(name => (
                  <td key={name}>{cells[name]}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** So many are shown at once. */
const PAGE = 50

/** How many are shown, in the address: a reload, or who comes back, finds them again. */
function useShown() {
  const { search, hash } = useLocation()
  const navigate = useNavigate()
  const params = new URLSearchParams(search)
  const pages = Math.max(1, Math.floor(Number(params.get('pages'))) || 1)
  const more = () => {
    params.set('pages', String(pages + 1))
    void navigate({ search: params.toString(), hash }, { replace: true, preventScrollReset: true })
  }
  return [pages * PAGE, more] as const
}

function Published() {
  const { t } = useFeedbackWords()
  const format = useFormats()
  const { data } = useSuspenseQuery(publishedFeedback)
  const [limit, more] = useShown()
  const list = useRef<HTMLUListElement>(null)
  const shown = data.slice(0, limit)
  const n = format.count(data.length)
  // The button moves down, or is gone: the first of those that came takes the focus.
  useOnChange(String(limit), () => (list.current?.children[limit - PAGE] as HTMLElement | undefined)?.focus())
  return (
    <Section heading={t('public.published')} rows={shown.length}>
      {data.length === 0 ? (
        <p>{t('public.published_none')}</p>
      ) : (
        <p className={styles.lead} role="status">
          {shown.length < data.length
            ? t('public.published_shown', { n, shown: format.count(shown.length) })
            : t('public.published_count', { n })}
        </p>
      )}
      <ul ref={list} className={styles.published}>
        {shown.map(one => (
          <PublishedOne key={one.id} one={one} />
        ))}
      </ul>
      {shown.length < data.length && (
        <p>
          <Button look="quiet" onClick={more}>
            {t('public.published_more', { n: format.count(Math.min(PAGE, data.length - shown.length)) })}
          </Button>
        </p>
      )}
    </Section>
  )
}

function PublishedOne({ one }: { one: PublishedFeedback }) {
  const { t } = useFeedbackWords()
  const format = useFormats()
  const officeName = useOfficeName()
  return (
    <li lang="vi" tabIndex={-1}>
      <small>
        {officeName(one.office_code)} · {format.day(one.published_on)}
      </small>
      <p className={styles.said}>{one.text}</p>
      <p className={styles.said}>
        <b>{t('public.answer')}:</b> {one.answer}
      </p>
    </li>
  )
}
