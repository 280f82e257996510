// Styles as old browsers read them. First of all without cascade layers: a browser that does not know them (Chrome and
// WebView before 99, Safari before 15.4) leaves out all that stands in one, and shows a page without any style. Layers are
// how the styles are written; what wins by its layer wins by its specificity once they are built.

import postcss, { type AtRule, type Container, type Declaration, type Rule } from 'postcss'
import type { Plugin } from 'vite'

/** As index.html would state them, the weakest first. */
const layers = ['reset', 'base', 'ui', 'page']

/** An id that no element has: each gives a selector more weight than classes can. */
const WEIGHT = ':not(#_)'

/** Splits at a character outside brackets. */
function split(text: string, separator: string) {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if ('(['.includes(character)) depth++
    if (')]'.includes(character)) depth--
    if (character === separator && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map(part => part.trim())
}

const CHOICE = /:is\(/

/** Selectors without `:is()`: the same ones, written out. */
export function writeOut(selector: string): string[] {
  const found = CHOICE.exec(selector)
  if (!found) return [selector]
  const from = found.index + found[0].length
  let end = from
  for (let depth = 1; depth > 0; end++) depth += { '(': 1, ')': -1 }[selector[end] ?? ''] ?? 0
  const [before, after] = [selector.slice(0, found.index), selector.slice(end)]
  return split(selector.slice(from, end - 1), ',').flatMap(choice => {
    if (/[\w)\]-]$/.test(before) && /^[a-z]/.test(choice))
      throw new Error(`${selector}: write it without :is(), an element is named after something else`)
    return writeOut(before + choice + after)
  })
}

/** The selector with more weight. It goes behind the first element's name, the only thing that has to stand first. */
const weighed = (selector: string, times: number) =>
  selector.replace(/^(?:[a-z][\w-]*|\*)?/i, name => name + WEIGHT.repeat(times))

/** The number of weights that a layer needs. `reset` names elements only, stands before `base` and needs none. */
const weightOf = (layer: string) => Math.max(0, layers.indexOf(layer) - 1)

function flattenRule(rule: Rule, layer: string) {
  if (layer === 'reset' && rule.selectors.some(selector => /[.#:[]/.test(selector.replace(/::?(before|after)/g, ''))))
    throw new Error(`${rule.selector}: layer "reset" is for elements, which every other layer outweighs`)
  rule.selectors = split(rule.selector, ',').map(selector => weighed(selector, weightOf(layer)))
  rule.walkDecls(({ prop, important }) => {
    // Among important declarations the weakest layer wins, which no weight can say.
    if (important) throw new Error(`${rule.selector} { ${prop} }: !important cannot be taken out of a layer`)
  })
}

/** Chrome before 87 and Safari before 14.1 know the sides alone. The app is written from left to right in every language. */
const sides: Record<string, string[]> = {
  inset: ['top', 'right', 'bottom', 'left'],
  'inset-block': ['top', 'bottom'],
  'inset-inline': ['left', 'right'],
  'inset-block-start': ['top'],
  'inset-block-end': ['bottom'],
  'inset-inline-start': ['left'],
  'inset-inline-end': ['right'],
  'margin-block': ['margin-block-start', 'margin-block-end'],
  'margin-inline': ['margin-inline-start', 'margin-inline-end'],
  'padding-block': ['padding-block-start', 'padding-block-end'],
  'padding-inline': ['padding-inline-start', 'padding-inline-end'],
  'border-start-start-radius': ['border-top-left-radius'],
  'border-start-end-radius': ['border-top-right-radius'],
  'border-end-start-radius': ['border-bottom-left-radius'],
  'border-end-end-radius': ['border-bottom-right-radius'],
}

/** As a shorthand gives its values to the sides: the second opposite takes the value of the first. */
const valueAt = (values: string[], side: number) =>
  values[side] ?? (side === 3 ? values[1] : values[0]) ?? values[0] ?? ''

function nameSides(root: Container) {
  root.walkDecls(declaration => {
    const names = sides[declaration.prop]
    if (!names) return
    const values = split(declaration.value.trim(), ' ').filter(Boolean)
    names.forEach((prop, side) => {
      declaration.cloneBefore({ prop, value: valueAt(values, side) })
    })
    declaration.remove()
  })
}

/** The same value on two sides, as Chrome before 87 and Safari before 14.1 know them; a box that is cut off at its edge. */
const spelled: Record<string, string[]> = {
  'border-block': ['border-top', 'border-bottom'],
  'border-inline': ['border-left', 'border-right'],
}

function spellOut(root: Container) {
  root.walkDecls(declaration => {
    const { prop, value } = declaration
    const names = spelled[prop]
    if (names) {
      for (const name of names) declaration.cloneBefore({ prop: name })
      declaration.remove()
      return
    }
    // What may reach over the edge by a margin is not cut where that margin is unknown.
    const { nodes = [] } = declaration.parent ?? {}
    const isWide = nodes.some(node => node.type === 'decl' && node.prop === 'overflow-clip-margin')
    if (/^overflow/.test(prop) && value === 'clip' && !isWide) declaration.cloneBefore({ value: 'hidden' })
  })
}

const transforms: Record<string, (values: string[]) => string> = {
  translate: values => `translate(${values.join(', ')})`,
  rotate: ([angle]) => `rotate(${angle})`,
  scale: values => `scale(${values.join(', ')})`,
}

/**
 * Chrome before 104 and Safari before 14.1 move, turn and scale by one property alone. Each part of it is kept by itself, as
 * one rule may move what another turns; a part's own children do not inherit it.
 */
function joinTransforms(root: Container) {
  const moved: { rule: Rule; nodes: Declaration[] }[] = []
  root.walkRules(rule => {
    if (isInKeyframes(rule)) return
    const parts = rule.nodes.flatMap(node => (node.type === 'decl' && transforms[node.prop] ? [node] : []))
    if (parts.length === 0) return
    const nodes = parts.map(({ prop, value }) =>
      postcss.decl({ prop: `--old-${prop}`, value: transforms[prop]?.(split(value, ' ')) ?? '' }),
    )
    nodes.push(postcss.decl({ prop: 'transform', value: 'var(--old-translate) var(--old-rotate) var(--old-scale)' }))
    // It would begin from where nothing is moved.
    if (rule.nodes.some(node => node.type === 'decl' && node.prop === 'animation'))
      nodes.push(postcss.decl({ prop: 'animation-name', value: 'none' }))
    moved.push({ rule, nodes })
  })
  const condition = () => postcss.atRule({ name: 'supports', params: 'not (translate: 0)' })
  for (const { rule, nodes } of moved) rule.after(condition().append(rule.clone({ nodes })))
  if (moved.length === 0) return
  const still = Object.keys(transforms).map(prop =>
    postcss.decl({ prop: `--old-${prop}`, value: `${prop}(${prop === 'scale' ? 1 : 0})` }),
  )
  root.prepend(condition().append(postcss.rule({ selectors: ['*', '::before', '::after'], nodes: still })))
}

/** Sizes by the screen, for browsers that cannot measure its visible part or a container. */
function addScreenSizes(root: Container) {
  const newer = /(\d)(?:[ds](v[hw])|cq([wh]))\b/g
  // All of them before any is added.
  const declarations: Declaration[] = []
  root.walkDecls(declaration => void declarations.push(declaration))
  for (const declaration of declarations) {
    const value = declaration.value.replace(
      newer,
      (_, digit, visible, contained) => digit + (visible ?? `v${contained}`),
    )
    const rule = declaration.parent
    if (value === declaration.value || rule?.type !== 'rule') continue
    // In a condition: two values one after the other would be taken for one that is overruled.
    const condition = postcss.atRule({ name: 'supports', params: `(${declaration.prop}: ${declaration.value})` })
    condition.append((rule as Rule).clone({ nodes: [declaration.clone()] }))
    rule.after(condition)
    declaration.value = value
  }
}

/**
 * The distance between the parts of a flexible box, as a margin: Chrome before 84 and Safari before 14.1 know no gap there.
 * Between parts that may go on in another line it is smaller, since some that take no room would get one as well.
 */
function gapAsMargin(rule: Rule) {
  const values: Record<string, string> = {}
  for (const node of rule.nodes) if (node.type === 'decl') values[node.prop] = node.value
  if (!/flex$/.test(values.display ?? '')) return undefined
  const [shared = '', second = shared] = split(values.gap ?? '', ' ')
  const [row, column] = [values['row-gap'] ?? shared, values['column-gap'] ?? second]
  if (values['flex-wrap'] === 'wrap')
    return { parts: ':not(:last-child)', prop: 'margin-inline-end', value: column && `calc(${column} * 0.6)` }
  return values['flex-direction'] === 'column'
    ? { parts: '* + *', prop: 'margin-block-start', value: row }
    : { parts: '* + *', prop: 'margin-inline-start', value: column }
}

/** Adds the margin, weaker than whatever a part says of its own. No condition asks for gaps; one asks for their time. */
function addGapMargin(rule: Rule) {
  const margin = gapAsMargin(rule)
  if (!margin?.value || rule.selector.includes('::')) return
  const { parts, prop, value } = margin
  const selectors = rule.selectors.map(selector => `${selector} > ${parts}`)
  const condition = postcss.atRule({ name: 'supports', params: 'not (inset: 0)' })
  rule.after(condition.append(postcss.rule({ selectors, nodes: [postcss.decl({ prop, value })] })))
}

const isInKeyframes = ({ parent }: Rule) => parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)

/** A style sheet as the oldest browsers read it. */
export function rewrite(css: string) {
  const root = postcss.parse(css)
  root.walkAtRules('layer', layer => {
    if (!layer.nodes) return void layer.remove()
    if (!layers.includes(layer.params)) throw new Error(`@layer ${layer.params} is none of ${layers.join(', ')}`)
    const rules: Rule[] = []
    layer.walkRules(rule => void (isInKeyframes(rule) || rules.push(rule)))
    for (const rule of rules) {
      rule.selectors = split(rule.selector, ',').flatMap(writeOut)
      addGapMargin(rule)
      flattenRule(rule, layer.params)
    }
    layer.replaceWith(layer.nodes)
  })
  joinTransforms(root)
  nameSides(root)
  spellOut(root)
  addScreenSizes(root)
  return root.toString()
}

/** Rewrites every style sheet, while the app is developed as well: so that it looks the same there. */
export const rewriteStyles = (): Plugin => ({
  name: 'styles-for-old-browsers',
  // After Vite has read the style modules, and before it makes files of them.
  transform: {
    filter: { id: /\.css(\?|$)/ },
    handler: code => ({ code: rewrite(code), map: null }),
  },
})
