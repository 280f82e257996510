import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { fields, type ListedProcedure, procedureList, proceduresOffered } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { loadNamespace } from '../../i18n/setup'
import { localDay } from '../../lib/dates/day'
import { byName } from '../../lib/text/format'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { DocumentHead } from '../../ui/layout/document-head'
import { QrCode } from '../../ui/qr-code'
import { useFormats } from '../../ui/use-formats'
import { officeName } from '../shell/office-rows'
import { NothingHere, PublicPage } from '../shell/public-page'
import shared from '../shell/public-page.module.css'
import { useTimeLimit } from '../shell/time-limit'
import { limitsOf } from './channels'
import styles from './notice-page.module.css'

export async function loader({ params: { code = '' } }: LoaderFunctionArgs) {
  queryClient.prefetchQuery(settings)
  queryClient.prefetchQuery(offices)
  queryClient.prefetchQuery(fields)
  queryClient.prefetchQuery(procedureList)
  queryClient.prefetchQuery(proceduresOffered(code))
  await loadNamespace('catalogue')
  return null
}

/** Everything but the notice itself is for the screen. */
export function Component() {
  return (
    <div className={styles.frame}>
      <PublicPage>
        <NoticeByCode />
      </PublicPage>
    </div>
  )
}

function NoticeByCode() {
  const { t } = useTranslation()
  const { code = '' } = useParams()
  const { data: officeList } = useSuspenseQuery(offices)
  const office = officeList.find(place => place.code === code)
  if (!office) return <NothingHere title={t('office.unknown')}>{t('office.unknown_remedy', { code })}</NothingHere>
  return <Notice office={office} />
}

function Notice({ office }: { office: Office }) {
  const { t } = useTranslation('catalogue')
  const { data: procedures } = useSuspenseQuery(procedureList)
  const { data: offered } = useSuspenseQuery(proceduresOffered(office.code))
  const here = new Set(offered.map(({ procedures: { code } }) => code))
  const listed = procedures.filter(({ code, valid_to }) => here.has(code) && (valid_to ?? localDay()) >= localDay())
  const name = officeName(office)
  return (
    <>
      <DocumentHead title={`${t('notice_title')}: ${name}`} description={t('description')} />
      {listed.length === 0 ? (
        <div className={shared.empty}>
          <b>{t('notice_none')}</b>
          <p>{t('notice_none_why')}</p>
          <ButtonLink look="quiet" to={paths.procedures()}>
            {t('show_all')}
          </ButtonLink>
        </div>
      ) : (
        <>
          <div className={styles.tools}>
            <p>{t('notice_lead')}</p>
            <Button onClick={() => window.print()}>
              <Icon name="print" /> {t('notice_print')}
            </Button>
          </div>
          <article className={styles.notice}>
            <NoticeHead office={office} />
            <NoticeTable listed={listed} />
          </article>
        </>
      )}
    </>
  )
}

function NoticeHead({ office }: { office: Office }) {
  const { t } = useTranslation('catalogue')
  const format = useFormats()
  const address = new URL(paths.procedures({ office: office.code }), window.location.origin).href
  return (
    <header className={styles.head}>
      <div>
        <p>{t('notice_of')}</p>
        <p className={styles.office} lang="vi">
          {officeName(office)}
        </p>
        <h1>{t('notice_title')}</h1>
        <p>{t('notice_day', { day: format.day(localDay()) })}</p>
        {office.hotline && <p>{t('notice_hotline', { hotline: office.hotline })}</p>}
      </div>
      <figure>
        <QrCode text={address} className={styles.qr} />
        <figcaption>
          {t('notice_scan')} <span className={styles.address}>{address.replace(/^https?:\/\//, '')}</span>
        </figcaption>
      </figure>
    </header>
  )
}

/** Under their fields; the head of the table stands on every sheet. */
function NoticeTable({ listed }: { listed: ListedProcedure[] }) {
  const { t } = useTranslation('catalogue')
  const { t: common } = useTranslation()
  const { data: allFields } = useSuspenseQuery(fields)
  const nameOf = new Map(allFields.map(({ code, name }) => [code, name]))
  const sorted = listed.toSorted(
    (a, b) => byName(nameOf.get(a.field_code) ?? '', nameOf.get(b.field_code) ?? '') || byName(a.name, b.name),
  )
  return (
    <table className={styles.table}>
      <caption className="vh">{t('notice_title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('notice_order')}</th>
          <th scope="col">{common('procedure.procedure')}</th>
          <th scope="col">{t('limit')}</th>
          <th scope="col">{t('facts.fee')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((one, at) => (
          <NoticeRow
            key={one.code}
            order={at + 1}
            procedure={one}
            field={sorted[at - 1]?.field_code === one.field_code ? undefined : nameOf.get(one.field_code)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { order: number; procedure: ListedProcedure; field: string | undefined }

function NoticeRow({ order, procedure, field }: RowProps) {
  const { t } = useTranslation('catalogue')
  const limit = useTimeLimit()
  const limits = limitsOf(procedure)
  const [first] = limits
  const isOne = limits.every(({ days }) => days === first?.days)
  const written = limits.map(({ channel, days }) => t(`limits.${channel}`, { limit: limit(procedure, days) }))
  return (
    <>
      {field && (
        <tr className={styles.field}>
          <th scope="colgroup" colSpan={4} lang="vi">
            {field}
          </th>
        </tr>
      )}
      <tr>
        <td>{order}</td>
        <th scope="row">
          <span lang="vi">{procedure.name}</span> <small>{procedure.code}</small>
        </th>
        <td>
          <span className={styles.name}>{t('limit')} </span>
          {isOne ? limit(procedure, first?.days ?? null) : written.join('; ')}
        </td>
        <td>
          <span className={styles.name}>{t('facts.fee')} </span>
          {procedure.fee ? <span lang="vi">{procedure.fee}</span> : t('fee_unknown')}
        </td>
      </tr>
    </>
  )
}

export { PageError as ErrorBoundary } from '../shell/public-page'
