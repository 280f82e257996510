// Names that browsers have learned, by the year in which Chrome had them, from MDN's tables of compatibility. What the app
// may call without a polyfill ends where this begins. `TypedArray` stands for what all of those inherit from.

const names = (text: string) => text.trim().split(/\s+/)

/** Newer than Chrome 80. */
export const newerThanChrome80 = {
  2020: names(`
    AggregateError Document.prototype.getAnimations Document.prototype.replaceChildren
    DocumentFragment.prototype.replaceChildren Element.prototype.getAnimations Element.prototype.replaceChildren
    FinalizationRegistry Intl.DisplayNames Navigator.prototype.wakeLock Promise.any String.prototype.replaceAll
    SubmitEvent WeakRef cookieStore
  `),
  2021: names(`
    AbortSignal.abort Array.prototype.at Crypto.prototype.randomUUID Intl.DateTimeFormat.prototype.formatRange
    Intl.Segmenter Object.hasOwn String.prototype.at TypedArray.prototype.at URLPattern reportError
  `),
  2022: names(`
    AbortSignal.prototype.reason AbortSignal.prototype.throwIfAborted Array.prototype.findLast
    Array.prototype.findLastIndex Element.prototype.checkVisibility HTMLElement.prototype.inert
    HTMLInputElement.prototype.showPicker Intl.supportedValuesOf Response.json TypedArray.prototype.findLast
    TypedArray.prototype.findLastIndex navigation structuredClone
  `),
  2023: names(`
    AbortSignal.any Array.prototype.toReversed Array.prototype.toSorted Array.prototype.toSpliced
    Array.prototype.with ArrayBuffer.prototype.transfer ArrayBuffer.prototype.transferToFixedLength
    Document.prototype.startViewTransition HTMLElement.prototype.hidePopover HTMLElement.prototype.popover
    HTMLElement.prototype.showPopover HTMLElement.prototype.togglePopover Headers.prototype.getSetCookie Map.groupBy
    Object.groupBy Promise.withResolvers String.prototype.isWellFormed String.prototype.toWellFormed
    TypedArray.prototype.toReversed TypedArray.prototype.toSorted TypedArray.prototype.with URL.canParse
    URLSearchParams.prototype.size
  `),
  2024: names(`
    AbortSignal.timeout Array.fromAsync CloseWatcher Document.parseHTMLUnsafe Element.prototype.getHTML
    Element.prototype.setHTMLUnsafe Iterator.from Iterator.prototype.drop Iterator.prototype.every
    Iterator.prototype.filter Iterator.prototype.find Iterator.prototype.flatMap Iterator.prototype.forEach
    Iterator.prototype.map Iterator.prototype.reduce Iterator.prototype.some Iterator.prototype.take
    Iterator.prototype.toArray Navigator.prototype.canShare Navigator.prototype.storageBuckets Promise.try
    Set.prototype.difference Set.prototype.intersection Set.prototype.isDisjointFrom Set.prototype.isSubsetOf
    Set.prototype.isSupersetOf Set.prototype.symmetricDifference Set.prototype.union URL.parse
  `),
  2025: names(`
    DocumentFragment.prototype.moveBefore Element.prototype.ariaNotify Element.prototype.moveBefore Error.isError
    HTMLDialogElement.prototype.closedBy HTMLDialogElement.prototype.requestClose RegExp.escape
  `),
  2026: names(`
    Map.prototype.getOrInsert Map.prototype.getOrInsertComputed WeakMap.prototype.getOrInsert
    WeakMap.prototype.getOrInsertComputed
  `),
}

/** Newer than Safari 13.1 alone. */
export const newerThanSafari13 = names(`
  BigInt Blob.prototype.arrayBuffer Blob.prototype.stream Blob.prototype.text BroadcastChannel CompressionStream
  DecompressionStream FormDataEvent HTMLDialogElement.prototype.close HTMLDialogElement.prototype.show
  HTMLDialogElement.prototype.showModal HTMLFormElement.prototype.requestSubmit Intl.ListFormat Intl.Locale
  Intl.RelativeTimeFormat Navigator.prototype.locks TextDecoderStream TransformStream cancelIdleCallback
  requestIdleCallback
`)

/** What Chrome 80 and Safari 13.1 had learned last. */
export const olderThanFloor = {
  2018: names(`
    AbortController Array.prototype.flat Array.prototype.flatMap Intl.PluralRules IntersectionObserver PointerEvent
    Promise.prototype.finally ResizeObserver String.prototype.trimEnd String.prototype.trimStart globalThis queueMicrotask
  `),
  2019: names(`Object.fromEntries Promise.allSettled String.prototype.matchAll`),
}
