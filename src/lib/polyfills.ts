// What Chrome 80 and Safari 13.1 lack of what our scripts and their libraries call. Only browsers without it load this file,
// before any other script (scripts/build/old-browsers/floor.ts); workers bring it along. Each as ECMAScript describes it, as
// far as it is called here: the build fails when a script uses a newer name that is not in this file.

const integer = (value: number | undefined) => Math.trunc(Number(value)) || 0

/** Adds what is missing, as invisible to loops as the browser's own. */
function complete(target: object, methods: Record<string, unknown>) {
  for (const [name, value] of Object.entries(methods))
    if (typeof (target as Record<string, unknown>)[name] !== 'function')
      Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

type List<Item> = ArrayLike<Item>
type Matches<Item> = (item: Item, index: number, list: List<Item>) => unknown

function at<Item>(this: List<Item>, index: number) {
  const place = integer(index)
  return this[place < 0 ? this.length + place : place]
}

function findLastIndex<Item>(this: List<Item>, matches: Matches<Item>, self?: unknown) {
  for (let index = this.length - 1; index >= 0; index--)
    if (matches.call(self, this[index] as Item, index, this)) return index
  return -1
}

function findLast<Item>(this: List<Item>, matches: Matches<Item>, self?: unknown) {
  return this[findLastIndex.call(this as List<unknown>, matches as Matches<unknown>, self)]
}

const list = { at, findLast, findLastIndex }

complete(Array.prototype, {
  ...list,
  toReversed(this: unknown[]) {
    return Array.from(this).reverse()
  },
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return Array.from(this).sort(compare)
  },
  toSpliced(this: unknown[], ...change: [number, number, ...unknown[]]) {
    const copy = Array.from(this)
    copy.splice(...change)
    return copy
  },
  with(this: unknown[], index: number, value: unknown) {
    const copy = Array.from(this)
    const place = integer(index)
    const from = place < 0 ? copy.length + place : place
    if (from < 0 || from >= copy.length) throw new RangeError(`There is no index ${index}`)
    copy[from] = value
    return copy
  },
})

complete(Object.getPrototypeOf(Uint8Array.prototype), list)

complete(String.prototype, {
  at(this: string, index: number) {
    return at.call(this, index)
  },
  replaceAll(this: string, from: string | RegExp, to: string) {
    if (from instanceof RegExp) {
      if (!from.flags.includes('g')) throw new TypeError('replaceAll needs a global expression')
      return this.replace(from, to)
    }
    // The text is no expression, and may hold what would be special in one.
    return this.replace(new RegExp(String(from).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g'), to)
  },
})

complete(Object, {
  hasOwn: (object: object, key: PropertyKey) => Reflect.getOwnPropertyDescriptor(Object(object), key) !== undefined,
})

complete(Blob.prototype, {
  arrayBuffer(this: Blob) {
    return new Response(this).arrayBuffer()
  },
})

complete(AbortSignal, {
  timeout(milliseconds: number) {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), milliseconds)
    return controller.signal
  },
})

/** Over everything else, in place of the browser's own layer for dialogs. */
const inFront = {
  display: 'block',
  position: 'fixed',
  top: '50%',
  left: '50%',
  zIndex: '10',
  maxHeight: '100%',
  margin: '0',
  overflow: 'auto',
  transform: 'translate(-50%, -50%)',
  boxShadow: '0 0 0 200vmax rgb(0 0 0 / 0.6)',
}

// Safari before 15.4 takes a dialog for an element that it does not know.
if (typeof HTMLUnknownElement !== 'undefined')
  complete((globalThis.HTMLDialogElement ?? HTMLUnknownElement).prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute('open', '')
      this.setAttribute('role', 'dialog')
      this.setAttribute('aria-modal', 'true')
      Object.assign(this.style, inFront)
      this.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close())
      this.querySelector<HTMLElement>('button, input, select, textarea, a[href]')?.focus()
    },
    close(this: HTMLDialogElement) {
      this.removeAttribute('open')
      this.style.display = 'none'
      this.dispatchEvent(new Event('close'))
    },
  })
