import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { signals, voidProposals } from '../../data/oversight'
import { queryClient } from '../../data/query-client'
import { ownOffices } from '../shared/office-picker'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { Signals } from './signals'
import { Voiding } from './voiding'

export async function loader() {
  queryClient.prefetchQuery(voidProposals)
  queryClient.prefetchQuery(signals)
  await queryClient.ensureQueryData(offices)
  return null
}

/** What those who look after offices from above do about what is published: questions to look into, and voiding batches. */
export function Component() {
  const { t } = useTranslation('staff')
  const { membership, may } = useStaff()
  const { data: all } = useSuspenseQuery(offices)
  const own = new Map(ownOffices(all, membership).map(({ code, name }) => [code, name]))
  return (
    <StaffPage title={t('oversight.title')} lead={t('oversight.lead')}>
      {may('see_signals') && <Signals own={own} />}
      <Voiding own={own} />
    </StaffPage>
  )
}
