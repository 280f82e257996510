import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { voidProposals } from '../../data/voidings'
import { ownOffices } from '../shared/office-picker'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { Voiding } from './voiding'

export async function loader() {
  queryClient.prefetchQuery(voidProposals)
  await queryClient.ensureQueryData(offices)
  return null
}

/** What those who look after offices from above do about what is published: voiding batches, by two. */
export function Component() {
  const { t } = useTranslation('staff')
  const { membership } = useStaff()
  const { data: all } = useSuspenseQuery(offices)
  const own = new Map(ownOffices(all, membership).map(({ code, name }) => [code, name]))
  return (
    <StaffPage title={t('oversight.title')} lead={t('oversight.lead')}>
      <Voiding own={own} />
    </StaffPage>
  )
}
