import { useTranslation } from 'react-i18next'
import { paths } from '../paths'
import { ButtonLink } from '../ui/button'
import { useStaff } from './membership'
import { StaffPage } from './staff-page'

/** What needs attention first. */
export function Component() {
  const { t } = useTranslation('staff')
  const { membership } = useStaff()
  return (
    <StaffPage
      title={t('home.title')}
      lead={membership.name}
      actions={
        <ButtonLink look="quiet" to={paths.officeResults(membership.office)}>
          {t('home.public_page')}
        </ButtonLink>
      }
    >
      {null}
    </StaffPage>
  )
}
