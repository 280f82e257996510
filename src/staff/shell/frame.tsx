import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'
import type { Me, Membership } from '../../data/session'
import { settings } from '../../data/settings'
import { staffHomeOf } from '../../data/staff-home'
import { languagesWith } from '../../i18n/catalogues'
import { paths } from '../../paths'
import { Icon } from '../../ui/icon'
import { Brand } from '../../ui/layout/brand'
import { LanguageSwitch } from '../../ui/layout/language-switch'
import { IllustrativeNotice } from '../../ui/messages/illustrative-notice'
import { StatusLine } from '../../ui/messages/status-line'
import styles from './frame.module.css'
import { membershipKey } from './membership'
import { menuOf } from './menu'
import { roleMay } from './rights'

type Props = {
  me: Me
  membership: Membership
  onChoose: (key: string) => void
  onSignOut: () => void
  children: ReactNode
}

/** The green bar with the menu, at the side where there is room and folded away on a phone, and the page beside it. */
export function StaffFrame({ me, membership, onChoose, onSignOut, children }: Props) {
  const { t } = useTranslation('staff')
  const { pathname } = useLocation()
  // Open only at the address where it was opened: going somewhere folds it.
  const [openAt, setOpenAt] = useState<string | null>(null)
  const isOpen = openAt === pathname
  const { data: rules } = useQuery(settings)
  const waiting = useWaiting(membership)
  return (
    <div className={styles.app}>
      <header className={styles.rail}>
        <div className={styles.top}>
          <Brand />
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls="staff-menu"
            onClick={() => setOpenAt(isOpen ? null : pathname)}
          >
            <Icon name={isOpen ? 'close' : 'menu'} />
            {t('frame.menu')}
          </button>
        </div>
        <div id="staff-menu" className={`${styles.menu} ${isOpen ? styles.open : ''}`}>
          <nav aria-label={t('frame.pages')}>
            {menuOf(membership.role).map(group => (
              <ul key={group[0]?.key}>
                {group.map(({ key, to }) => (
                  <li key={key}>
                    <NavLink to={to} end={to === paths.staff.home()}>
                      {t(`menu.${key}`)}
                      <Count n={waiting[key]} />
                    </NavLink>
                  </li>
                ))}
              </ul>
            ))}
          </nav>
          <Who me={me} membership={membership} onChoose={onChoose} onSignOut={onSignOut} />
        </div>
      </header>
      <div className={styles.desk}>
        {rules?.illustrative && (
          <aside>
            <IllustrativeNotice />
          </aside>
        )}
        <main id="main" tabIndex={-1} className={styles.page}>
          {children}
        </main>
        <StatusLine />
      </div>
    </div>
  )
}

/** How much waits behind an entry of the menu. */
function Count({ n = 0 }: { n?: number | undefined }) {
  const { t } = useTranslation('staff')
  if (n === 0) return null
  return (
    <span className={styles.count}>
      {n}
      <span className="vh"> {t('frame.to_see')}</span>
    </span>
  )
}

/** What the home page lists, by the page where it is done. */
function useWaiting({ office, role }: Membership): { [key: string]: number } {
  // Up to five minutes old on the other pages; the home page fetches it anew.
  // Who asks independently is told nothing of any office.
  const enabled = roleMay(role, 'see_home')
  const { data } = useQuery({ ...staffHomeOf(office), staleTime: 5 * 60_000, enabled })
  if (!data) return {}
  return {
    comments: data.comments.open,
    counters: data.silent_kiosks.length + data.quiet_counters.length,
    ...(roleMay(role, 'report_handled_dossiers') && { handled: data.unreported.offices.length }),
  }
}

/** The role and office that the person works in; who holds several chooses. */
function Who({ me, membership, onChoose, onSignOut }: Omit<Props, 'children'>) {
  const { t } = useTranslation('staff')
  const named = (one: Membership) => `${t(`role.${one.role}`)} · ${one.name}`
  return (
    <div className={styles.who}>
      <p className={styles.email}>{me.email}</p>
      {me.roles.length > 1 ? (
        <label className={styles.choose}>
          {t('frame.work_as')}
          <select value={membershipKey(membership)} onChange={event => onChoose(event.target.value)}>
            {me.roles.map(one => (
              <option key={membershipKey(one)} value={membershipKey(one)}>
                {named(one)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p>{named(membership)}</p>
      )}
      <LanguageSwitch among={languagesWith('staff')} />
      <button type="button" className={styles.out} onClick={onSignOut}>
        {t('frame.sign_out')}
      </button>
    </div>
  )
}
