import { useSyncExternalStore } from 'react'
import { outbox } from './device'

export const useOutbox = () => useSyncExternalStore(outbox.subscribe, () => outbox.state)
