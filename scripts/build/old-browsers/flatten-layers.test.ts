import { expect, test } from 'vitest'
import { flatten, writeOut } from './flatten-layers.ts'

const flat = (css: string) => flatten(css).replace(/\s+/g, ' ').trim()

test('a later layer outweighs every selector of an earlier one', () => {
  expect(flat('@layer reset { h1 { margin: 0 } }')).toBe('h1 { margin: 0 }')
  expect(flat('@layer base { h1 { margin: 0 } }')).toBe('h1 { margin: 0 }')
  expect(flat('@layer ui { .a.b, h1::before { top: 0 } }')).toBe(':not(#_).a.b, h1:not(#_)::before { top: 0 }')
  expect(flat('@layer page { * > [b="c,d"] { top: 0 } }')).toBe('*:not(#_):not(#_) > [b="c,d"] { top: 0 }')
})

test('what stands in a layer keeps its conditions, its frames and its fonts', () => {
  expect(flat('@layer ui { @media print { .a { top: 0 } } }')).toBe('@media print { :not(#_).a { top: 0 } }')
  expect(flat('@layer ui { @keyframes a { from { top: 0 } } }')).toBe('@keyframes a { from { top: 0 } }')
  expect(flat('@layer reset, ui; :root { --a: 0 }')).toBe(':root { --a: 0 }')
})

test('what weight cannot say is refused', () => {
  expect(() => flatten('@layer ui { .a { top: 0 !important } }')).toThrow('!important')
  expect(() => flatten('@layer other { .a { top: 0 } }')).toThrow('other')
  expect(() => flatten('@layer reset { .a { top: 0 } }')).toThrow('reset')
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
  expect(flat('.a { inset: 0 }')).toBe('.a { top: 0; right: 0; bottom: 0; left: 0 }')
  expect(flat('.a { inset: 0 1px }')).toBe('.a { top: 0; right: 1px; bottom: 0; left: 1px }')
  expect(flat('.a { inset-inline: 1px }')).toBe('.a { left: 1px; right: 1px }')
  expect(flat('.a { padding-inline: calc(1px + 2px) var(--b) }')).toBe(
    '.a { padding-inline-start: calc(1px + 2px); padding-inline-end: var(--b) }',
  )
  expect(flat('.a { height: min(1dvh, 2cqw) }')).toBe(
    '.a { height: min(1vh, 2vw) }@supports (height: min(1dvh, 2cqw)) {.a { height: min(1dvh, 2cqw) } }',
  )
})
