import { memoryStore, type Puts, type Row, type Store, type StoredCall, type TableName } from './store'

/** A call, and the store in which it lies. */
type Queued = StoredCall & { store: Store }
/** All calls of one receipt that wait, in the order of the taps. */
export type Queue = [Queued, ...Queued[]]

/**
 * The disk, and memory for what no disk takes: one that the browser refuses, that does not answer, or that has filled up.
 * Nothing here fails for the disk's sake, so that sending and showing go on.
 */
export class TwoStores {
  disk: Store | null = null
  private readonly memory = memoryStore()
  /** What the disk held when it could last be read. */
  private readonly known = new Map<TableName, unknown[]>()
  /** Receipts that did not fit on the disk: what follows would overtake them there. */
  private readonly inMemory = new Set<string>()
  /** Calls that have been answered and lie on a broken disk all the same. */
  private readonly answered = new Set<number>()

  /** False when closing the page loses something. */
  isDurable = () => this.disk !== null && this.inMemory.size === 0

  alone: Store['alone'] = work => (this.disk ?? this.memory).alone(work)

  async save(receipt: string, rows: Puts) {
    try {
      await this.storeOf(receipt).write(rows)
    } catch {
      this.inMemory.add(receipt)
      await this.memory.write(rows)
    }
  }

  /** Both stores' rows. What lies in memory is newer, and comes last. */
  all = async <Table extends TableName>(table: Table) =>
    (await Promise.all(this.stores().map(store => this.rowsOf(store, table)))).flat() as Row<Table>[]

  /** The calls that wait, by their receipts. */
  async queues() {
    const queues = new Map<string, Queue>()
    for (const store of this.stores()) {
      for (const call of await this.rowsOf(store, 'calls')) {
        if (store === this.disk && this.answered.has(call.seq)) continue
        const queue = queues.get(call.receipt)
        if (queue) queue.push({ ...call, store })
        else queues.set(call.receipt, [{ ...call, store }])
      }
    }
    return queues
  }

  /** Writes what the answer to calls of one receipt means, and removes them. */
  async settle(calls: Queued[], rows: Puts) {
    for (const store of new Set(calls.map(call => call.store))) {
      const seqs = calls.filter(call => call.store === store).map(({ seq }) => seq)
      await store.write(rows, { calls: seqs }).catch(async () => {
        // No room for what the answer says, or no disk any more. The calls at least go, or are not sent again by this page.
        for (const seq of seqs) this.answered.add(seq)
        await store.write({}, { calls: seqs }).catch(() => {})
        await this.memory.write(rows)
      })
    }
  }

  /** False when that could not be written. */
  replace = ({ store, ...call }: Queued, change: Partial<StoredCall>) =>
    store.replace({ ...call, ...change }).then(
      () => true,
      () => false,
    )

  stores = () => (this.disk ? [this.disk, this.memory] : [this.memory])

  /** Where the rows of a receipt are written. */
  storeOf = (receipt: string) => (this.disk && !this.inMemory.has(receipt) ? this.disk : this.memory)

  private async rowsOf<Table extends TableName>(store: Store, table: Table): Promise<Row<Table>[]> {
    const rows = await store.all(table).catch(() => this.known.get(table) ?? [])
    if (store === this.disk) this.known.set(table, rows)
    return rows as Row<Table>[]
  }
}
