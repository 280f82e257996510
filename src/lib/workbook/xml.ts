/** Walks the tags of an XML text, without a tree: a sheet of 100,000 rows has millions. */

const tags = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g

export type XmlWalker = {
  /** Attributes as they are written; read them with `attribute`. Names come without the prefix that some programs give. */
  open?: (name: string, attributes: string) => void
  close?: (name: string) => void
  /** What stands before the tag that follows. */
  text?: (text: string) => void
  /** The share of the text that has been walked, 0..1, now and then. */
  progress?: (share: number) => void
}

const TAGS_BETWEEN_REPORTS = 50_000

export function walkXml(xml: string, walker: XmlWalker) {
  const source = xml.includes('<!--') ? xml.replace(/<!--[\s\S]*?-->/g, '') : xml
  tags.lastIndex = 0
  let last = 0
  let count = 0
  for (let found = tags.exec(source); found; found = tags.exec(source)) {
    const [whole, slash, name = '', attributes = '', isShort] = found
    if (found.index > last) walker.text?.(source.slice(last, found.index))
    last = found.index + whole.length
    count += 1
    if (count % TAGS_BETWEEN_REPORTS === 0) walker.progress?.(last / source.length)
    if (slash !== '/') walker.open?.(name, attributes)
    if (slash === '/' || isShort === '/') walker.close?.(name)
  }
}

const finders = new Map<string, RegExp>()

export function attribute(attributes: string, name: string): string | undefined {
  let finder = finders.get(name)
  if (!finder) {
    finder = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    finders.set(name, finder)
  }
  const found = finder.exec(attributes)
  return found ? plainText(found[1] ?? found[2] ?? '') : undefined
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Entities and CDATA become letters, and `_x000D_`, as Excel writes letters that XML has not. */
export function plainText(text: string): string {
  if (!/[&<_]/.test(text)) return text
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, raw: string) => raw.replaceAll('&', '&amp;'))
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
      name ? (entities[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
