import { availableParallelism, loadavg } from 'node:os'

/** How many programs share a processor, at least one: on a machine that does other things, seconds are longer. */
export const crowding = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
