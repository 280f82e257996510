import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { badgeAddress, type Office, ratingLink } from '../../data/offices'
import { escapeHtml } from '../../lib/text/escape-html'
import { paths } from '../../paths'
import { CopyButton } from '../../ui/forms/copy-button'
import { Halves, Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import { QrCode } from '../../ui/qr-code'
import { officeName } from '../shell/office-rows'
import { StartRating } from '../shell/start-rating'
import styles from './share.module.css'

/** The ways out of this page: to rate, onto the agency's own site, onto the wall of the hall. */
export function OfficeShare({ office }: { office: Office }) {
  const { t, i18n } = useTranslation()
  const name = officeName(office)
  const here = globalThis.location.origin
  const page = here + paths.officeResults(office.code)
  const badge = badgeAddress(office.code, i18n.language)
  const alt = t('share.badge_alt', { office: name })
  const badgeCode = `<a href="${page}"><img src="${escapeHtml(badge)}" alt="${escapeHtml(alt)}" width="320" height="96"></a>`
  const embedCode = `<iframe src="${here}${paths.embed(office.code)}" title="${escapeHtml(alt)}" width="360" height="330" loading="lazy"></iframe>`
  return (
    <Halves>
      {!office.closed_on && office.desk && <RateHere office={office} />}
      <Section heading={t('share.title')} lead={t('share.lead')}>
        <p className={styles.badge}>
          <a href={page}>
            <img src={badge} alt={alt} width={320} height={96} loading="lazy" />
          </a>
        </p>
        <Snippet says={t('share.badge_code')} code={badgeCode} />
        <Snippet says={t('share.embed_code')} code={embedCode} />
        <p className={styles.links}>
          <Link to={paths.embed(office.code)}>{t('share.embed_page')}</Link>
          <Link to={paths.officeSheet(office.code)}>{t('share.sheet')}</Link>
        </p>
      </Section>
    </Halves>
  )
}

function Snippet({ says, code }: { says: string; code: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.snippet}>
      <label>
        <b>{says}</b>
        <textarea readOnly rows={4} value={code} spellCheck={false} onFocus={event => event.currentTarget.select()} />
      </label>
      <CopyButton text={code} label={t('share.copy')} />
    </div>
  )
}

/** The code of the counter for links. In the hall people scan the desk's own code, which names the desk. */
function RateHere({ office }: { office: Office }) {
  const { t } = useTranslation()
  const { data: code } = useSuspenseQuery(ratingLink(office.code))
  const address = code && globalThis.location.origin + paths.rate(code)
  return (
    <Section heading={t('share.rate')} lead={t('share.rate_lead')}>
      {address && (
        <div className={styles.rate}>
          <QrCode className={styles.code} text={address} label={t('share.qr', { office: officeName(office) })} />
          <p>
            <a href={paths.rate(code)}>{t('share.rate_link')}</a>
            <small>{address}</small>
          </p>
        </div>
      )}
      <StartRating />
    </Section>
  )
}
