import { useSyncExternalStore } from 'react'
import { outbox } from './page-outbox'

export const useOutbox = () => useSyncExternalStore(outbox.subscribe, () => outbox.state)
