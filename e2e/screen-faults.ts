import type { Page } from '@playwright/test'

/**
 * What lies beyond the edge of the page: the page itself, if it scrolls sideways, and every word that is cut off. What
 * lies in a box that scrolls, such as a line of code, can be reached.
 */
export const beyondTheEdge = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const found: string[] = []
    const extra = document.documentElement.scrollWidth - width
    if (extra > 0) found.push(`scrolls ${extra} px`)
    const isReachable = (element: Element | null): boolean => {
      for (let at = element; at; at = at.parentElement) {
        const { overflowX, clipPath, visibility } = getComputedStyle(at)
        if (clipPath !== 'none' || visibility === 'hidden' || at.matches('.vh, .skip, noscript')) return true
        if (/auto|scroll/.test(overflowX) && at !== document.documentElement && at !== document.body) return true
      }
      return false
    }
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      if (!node.textContent?.trim()) continue
      range.selectNodeContents(node)
      const sticksOut = [...range.getClientRects()].find(
        ({ left, right, width: wide }) => wide > 0 && (right > width + 1 || left < -1),
      )
      if (!sticksOut || isReachable(node.parentElement)) continue
      const { tagName, className } = node.parentElement as Element
      found.push(`${tagName}.${className} “${node.textContent.trim().slice(0, 30)}” to ${Math.round(sticksOut.right)}`)
    }
    return found
  })

/** Words that lie on other words, or touch them, such as the labels of an axis. */
export const touchingWords = (page: Page) =>
  page.evaluate(() => {
    type Word = { text: string; box: DOMRect; node: Node; owner: Element }
    const all: Word[] = []
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const isSeen = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, visibility, opacity, position } = getComputedStyle(at)
        if (clipPath !== 'none' || visibility === 'hidden' || opacity === '0' || at.matches('.vh, .skip')) return false
        // Stays in sight while the rest is scrolled under it.
        if (position === 'sticky' || position === 'fixed') return false
      }
      return true
    }
    /** What of it is not cut off, as the end of a long comment is, nor scrolled away in a list. */
    const windowOf = (element: Element) => {
      const clipped = []
      for (let at: Element | null = element; at; at = at.parentElement)
        if (
          at !== document.documentElement &&
          at !== document.body &&
          /hidden|clip|auto|scroll/.test(getComputedStyle(at).overflowY)
        )
          clipped.push(at.getBoundingClientRect())
      return {
        top: Math.max(Number.NEGATIVE_INFINITY, ...clipped.map(box => box.top)),
        bottom: Math.min(Number.POSITIVE_INFINITY, ...clipped.map(box => box.bottom)),
      }
    }
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const owner = node.parentElement
      if (!node.textContent?.trim() || !owner || !isSeen(owner)) continue
      range.selectNodeContents(node)
      const { top, bottom } = windowOf(owner)
      for (const box of range.getClientRects())
        if (box.width > 1 && box.top >= top - 1 && box.bottom <= bottom + 4)
          all.push({ text: node.textContent.trim().slice(0, 30), box, node, owner })
    }
    all.sort((a, b) => a.box.top - b.box.top)
    const found: string[] = []
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        if (b.box.top > a.box.bottom) break
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        // A letter's box reaches above and below what is drawn; words of one line stand a space apart.
        if (a.node === b.node) continue
        const isInOneLine = a.owner === b.owner || a.owner.contains(b.owner) || b.owner.contains(a.owner)
        const gap = isInOneLine || a.owner.parentElement === b.owner.closest('p, td, th, li') ? 1 : -2
        if (across > gap && down > Math.min(a.box.height, b.box.height) / 2) found.push(`“${a.text}” and “${b.text}”`)
      }
    }
    return found
  })

/**
 * Words that are broken inside, and in tables and drawings names of places that are not in one line. Khmer is written
 * without spaces, and what is no word, such as an address or a hash, may break anywhere.
 */
export const brokenWords = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const isSeen = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (getComputedStyle(at).clipPath !== 'none' || at.matches('.vh, .skip, noscript')) return false
      return true
    }
    const linesOf = (node: Node, from: number, to: number) => {
      range.setStart(node, from)
      range.setEnd(node, to)
      return new Set([...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top)))
        .size
    }
    const place = /(?<!\p{L})(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]ỉnh)(?:[ \u00a0]\p{Lu}\p{L}*)+/gu
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const owner = node.parentElement
      const text = node.textContent ?? ''
      if (!owner || !text.trim() || !isSeen(owner) || owner.closest('code, pre')) continue
      for (const { 0: word, index } of text.matchAll(
        /(?<![\p{L}\p{M}\d@./:])\p{Script=Latin}{2,22}(?![\p{L}\p{M}\d@./:])/gu,
      ))
        if (linesOf(node, index, index + word.length) > 1) found.push(`broken: “${word}” in “${text.slice(0, 40)}”`)
      if (!owner.closest('table, figure')) continue
      for (const { 0: name, index } of text.matchAll(place))
        if (linesOf(node, index, index + name.length) > 1) found.push(`in two lines: “${name}”`)
    }
    return [...new Set(found)]
  })

/** What stands alone and is tapped, and is smaller than a finger. Links within a sentence are as high as its lines. */
export const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const all = 'a[href], button, summary, select, input, textarea, [role="button"], [role="slider"]'
    const isInText = (element: Element) => {
      const around = element.parentElement
      if (element.tagName !== 'A' || !around) return false
      const own = element.textContent?.trim().length ?? 0
      const text = around.closest('p, li, dd, small, blockquote, figcaption') ?? around
      const isInline = getComputedStyle(element).display === 'inline'
      return isInline && (text.textContent?.trim().length ?? 0) > own + 8 && getComputedStyle(around).display !== 'flex'
    }
    for (const element of document.querySelectorAll<HTMLElement>(all)) {
      if (element.matches('.skip, [type="hidden"]') || !element.checkVisibility({ visibilityProperty: true })) continue
      // A field fills its label; a link may lie over the whole row that it names.
      const target = element.matches('input[type="radio"], input[type="checkbox"]')
        ? ((element as HTMLInputElement).labels?.[0] ?? element)
        : element
      let { width, height } = target.getBoundingClientRect()
      if (width <= 1 || height <= 1) continue
      const over = getComputedStyle(element, '::after')
      if (over.position === 'absolute' && over.content !== 'none') {
        width = Math.max(width, Number.parseFloat(over.width))
        height = Math.max(height, Number.parseFloat(over.height))
      }
      if (isInText(element) || (width >= 43.5 && height >= 43.5)) continue
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
      found.push(`${element.tagName} “${name.slice(0, 30)}” ${Math.round(width)} by ${Math.round(height)}`)
    }
    return [...new Set(found)]
  })

/** The hint inside an empty field, or what is chosen in a list, that ends before its last word: nobody can scroll it. */
export const cutHints = (page: Page) =>
  page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')
    if (!pen) throw new Error('Nothing to measure with')
    /** How much of the words has no room; `beside`: what else lies in the field, such as the arrow of a list. */
    const cut = (field: HTMLElement, words: string, beside: number) => {
      if (!words || !field.checkVisibility({ visibilityProperty: true })) return 0
      const style = getComputedStyle(field)
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)
      return Math.ceil(pen.measureText(words).width - (field.clientWidth - padding - beside))
    }
    const hints = [...document.querySelectorAll<HTMLInputElement>('input[placeholder]')].flatMap(input => {
      const over = cut(input, input.placeholder, 0)
      return over > 0 ? [`hint “${input.placeholder}” is cut by ${over} px`] : []
    })
    // A list that fills its column has no more room to give.
    const chosen = [...document.querySelectorAll('select')].flatMap(select => {
      const words = select.selectedOptions[0]?.text ?? ''
      const over = cut(select, words, 16)
      const column = select.closest('form, section, main')
      const isWide = column && select.clientWidth > 0.8 * column.clientWidth
      return over > 0 && !isWide ? [`choice “${words}” is cut by ${over} px`] : []
    })
    return [...hints, ...new Set(chosen)]
  })

/** Buttons and lists without a gap between them, so that a thumb meets two of them. Those that share one frame are meant to. */
export const touchingButtons = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('a[href], button, select')].flatMap(element => {
      const { borderTopWidth, borderLeftWidth, position } = getComputedStyle(element)
      // One edge marks where one is in a menu; a frame has all four.
      const hasFrame = Number.parseFloat(borderTopWidth) > 0 && Number.parseFloat(borderLeftWidth) > 0
      if (!hasFrame || position === 'absolute' || !element.checkVisibility({ visibilityProperty: true })) return []
      return [{ box: element.getBoundingClientRect(), name: element.textContent?.trim().slice(0, 30) }]
    })
    const gap = (aStart: number, aEnd: number, bStart: number, bEnd: number) => Math.max(aStart - bEnd, bStart - aEnd)
    return boxes.flatMap(({ box: a, name }, i) =>
      boxes.slice(i + 1).flatMap(({ box: b, name: other }) => {
        const across = gap(a.left, a.right, b.left, b.right)
        const down = gap(a.top, a.bottom, b.top, b.bottom)
        return across < 4 && down < 4 ? [`no gap between “${name}” and “${other}”`] : []
      }),
    )
  })
