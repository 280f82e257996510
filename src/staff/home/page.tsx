import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { staffHomeOf } from '../../data/staff-home'
import { localDay } from '../../lib/dates/day'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/messages/empty'
import { Skeleton } from '../../ui/messages/skeleton'
import { useFormats } from '../../ui/use-formats'
import { useStaff } from '../shell/membership'
import { menuOf } from '../shell/menu'
import { StaffPage } from '../shell/page'
import { CommentsDue } from './comments-due'
import { HomeExport } from './export'
import styles from './page.module.css'
import { PetitionsDue } from './petitions-due'
import { HomeResult } from './result'
import { BelowTarget, QuietCounters, SilentKiosks, Unreported } from './tasks'

export function loader() {
  queryClient.prefetchQuery(settings)
  return null
}

/** The first page. Who asks independently has nothing to see of any office, and begins with whom to ask. */
export function Component() {
  const { may, membership } = useStaff()
  const [first] = menuOf(membership.role)[0] ?? []
  return may('see_home') || !first ? <Home /> : <Navigate to={first.to} replace />
}

/** What needs attention first, for the office that the person works for and everything below it. */
function Home() {
  const { t } = useTranslation('staff')
  const { membership } = useStaff()
  const { data } = useSuspenseQuery(staffHomeOf(membership.office))
  const today = useFormats().weekday(localDay())
  const isCalm =
    data.comments.open === 0 &&
    data.petitions.open + data.petitions.publish === 0 &&
    [data.quiet_counters, data.silent_kiosks, data.below_target, data.unreported.offices].every(
      ({ length }) => length === 0,
    )
  return (
    <StaffPage
      title={t('home.title')}
      lead={
        <>
          <span lang="vi">{membership.name}</span> · {today}
        </>
      }
      actions={
        <ButtonLink look="quiet" to={paths.officeResults(membership.office)}>
          {t('home.public_page')}
        </ButtonLink>
      }
    >
      <div className={styles.columns}>
        <div className={styles.tasks}>
          {isCalm && <Empty title={t('home.calm')}>{t('home.calm_next')}</Empty>}
          <PetitionsDue petitions={data.petitions} />
          <CommentsDue comments={data.comments} />
          <SilentKiosks counters={data.silent_kiosks} />
          <QuietCounters counters={data.quiet_counters} />
          <Unreported unreported={data.unreported} />
          <BelowTarget figures={data.below_target} quarter={data.quarter} />
          <HomeExport data={data} />
        </div>
        <Suspense fallback={<Skeleton figure />}>
          <HomeResult office={membership.office} />
        </Suspense>
      </div>
    </StaffPage>
  )
}
