import { expect, test } from 'vitest'
import { rewrite, writeOut } from './styles.ts'

const rewritten = (css: string) => rewrite(css).replace(/\s+/g, ' ').replace(/; }/g, ' }').trim()

test('a later layer outweighs every selector of an earlier one', () => {
  expect(rewritten('@layer reset { h1 { margin: 0 } }')).toBe('h1 { margin: 0 }')
  expect(rewritten('@layer base { h1 { margin: 0 } }')).toBe('h1 { margin: 0 }')
  expect(rewritten('@layer ui { .a.b, h1::before { top: 0 } }')).toBe(':not(#_).a.b, h1:not(#_)::before { top: 0 }')
  expect(rewritten('@layer page { * > [b="c,d"] { top: 0 } }')).toBe('*:not(#_):not(#_) > [b="c,d"] { top: 0 }')
})

test('what stands in a layer keeps its conditions, its frames and its fonts', () => {
  expect(rewritten('@layer ui { @media print { .a { top: 0 } } }')).toBe('@media print { :not(#_).a { top: 0 } }')
  expect(rewritten('@layer ui { @keyframes a { from { top: 0 } } }')).toBe('@keyframes a { from { top: 0 } }')
  expect(rewritten('@layer reset, ui; :root { --a: 0 }')).toBe(':root { --a: 0 }')
})

test('what weight cannot say is refused', () => {
  expect(() => rewrite('@layer ui { .a { top: 0 !important } }')).toThrow('!important')
  expect(() => rewrite('@layer other { .a { top: 0 } }')).toThrow('other')
  expect(() => rewrite('@layer reset { .a { top: 0 } }')).toThrow('reset')
})

test(':is() is written out', () => {
  expect(writeOut('.a :is(th, td:is(.b, .c)):first-child')).toEqual([
    '.a th:first-child',
    '.a td.b:first-child',
    '.a td.c:first-child',
  ])
  expect(() => writeOut('.a:is(th)')).toThrow('without :is()')
})

test('sides and sizes of the screen have names that old browsers know', () => {
  expect(rewritten('.a { inset: 0 }')).toBe('.a { top: 0; right: 0; bottom: 0; left: 0 }')
  expect(rewritten('.a { inset: 0 1px }')).toBe('.a { top: 0; right: 1px; bottom: 0; left: 1px }')
  expect(rewritten('.a { inset-inline: 1px }')).toBe('.a { left: 1px; right: 1px }')
  expect(rewritten('.a { padding-inline: calc(1px + 2px) var(--b) }')).toBe(
    '.a { padding-inline-start: calc(1px + 2px); padding-inline-end: var(--b) }',
  )
  expect(rewritten('.a { height: min(1dvh, 2cqw) }')).toBe(
    '.a { height: min(1vh, 2vw) }@supports (height: min(1dvh, 2cqw)) {.a { height: min(1dvh, 2cqw) } }',
  )
})

test('lines on two sides, and edges that cut, are written as old browsers read them', () => {
  expect(rewritten('.a { border-block: 1px solid red }')).toBe(
    '.a { border-top: 1px solid red; border-bottom: 1px solid red }',
  )
  expect(rewritten('.a { overflow: clip }')).toBe('.a { overflow: hidden; overflow: clip }')
  expect(rewritten('.a { overflow: clip; overflow-clip-margin: 1px }')).not.toContain('hidden')
})

test('what is moved by one rule and turned by another is both where only one property does it', () => {
  const still = '*,::before,::after{--old-translate:translate(0);--old-rotate:rotate(0);--old-scale:scale(1)}'
  const all = 'transform:var(--old-translate)var(--old-rotate)var(--old-scale)'
  const short = (css: string) => rewrite(css).replace(/\s+/g, '')
  const old = (css: string) => `@supportsnot(translate:0){${css}}`
  expect(short('.a { translate: -50% 0 } .b { rotate: var(--c) }')).toBe(
    `${old(still)}.a{translate:-50%0}${old(`.a{--old-translate:translate(-50%,0);${all}}`)}` +
      `.b{rotate:var(--c)}${old(`.b{--old-rotate:rotate(var(--c));${all}}`)}`,
  )
  expect(short('.a { scale: 2; animation: b 1s }')).toContain(`--old-scale:scale(2);${all};animation-name:none`)
  expect(rewritten('@keyframes a { to { translate: 0 1px } }')).toBe('@keyframes a { to { translate: 0 1px } }')
})

test('a gap in a flexible box is a margin where there is none, weaker than what a part says of itself', () => {
  const [row, column, lines] = ['', 'flex-direction: column', 'flex-wrap: wrap'].map(more =>
    rewritten(`@layer ui { .a { display: flex; gap: 1px 2px; ${more} } }`).replace(/^.*@supports/, ''),
  )
  expect(row).toBe(' not (inset: 0) { .a > * + * { margin-inline-start: 2px } }')
  expect(column).toBe(' not (inset: 0) { .a > * + * { margin-block-start: 1px } }')
  expect(lines).toBe(' not (inset: 0) { .a > :not(:last-child) { margin-inline-end: calc(2px * 0.6) } }')
  expect(rewritten('@layer ui { .a { display: grid; gap: 1px } }')).toBe(':not(#_).a { display: grid; gap: 1px }')
})
