import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import type { Office } from '../../data/offices'
import { localDay } from '../../lib/dates/day'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { Banner } from '../../ui/messages/banner'
import { useFormats } from '../../ui/use-formats'
import { StaffPage } from '../shell/page'
import styles from './office-layout.module.css'

type Props = { office: Office; title: string; actions?: ReactNode; children: ReactNode }

/** A page about one office, with links to its other pages. */
export function OfficePage({ office, title, actions, children }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const links = [
    { to: paths.staff.office(office.code), label: t('offices.ways.office') },
    { to: paths.staffOffice.procedures(office.code), label: t('offices.ways.procedures') },
    { to: paths.staffOffice.counters(office.code), label: t('offices.ways.counters') },
    { to: paths.staffOffice.posters(office.code), label: t('offices.ways.posters') },
  ]
  return (
    <StaffPage title={title} lead={<span lang="vi">{keepNames(office.desk ?? office.name)}</span>} actions={actions}>
      <nav className={styles.ways} aria-label={t('offices.ways_label', { office: office.name })}>
        {links.map(({ to, label }) => (
          <NavLink key={to} to={to} end>
            {label}
          </NavLink>
        ))}
      </nav>
      {isClosed(office) && office.closed_on && (
        <Banner look="wait" icon="clock">
          <p>{t('offices.is_closed', { day: format.day(office.closed_on) })}</p>
        </Banner>
      )}
      {children}
    </StaffPage>
  )
}

export const isClosed = ({ closed_on }: Office) => closed_on !== null && closed_on < localDay()
