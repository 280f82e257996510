import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOn, plotScale, trendScale } from './plot-scale'

const span = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .chain(([a, b]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    return fc.double({ min: low, max: high, noNaN: true }).map(rate => ({ low, rate, high }))
  })

describe('plotScale', () => {
  test('the mock-up: every interval lies above 70', () => {
    expect(plotScale([{ low: 0.785, rate: 0.824, high: 0.858 }], 90)).toEqual({
      min: 70,
      max: 100,
      ticks: [70, 80, 90, 100],
    })
  })

  test('a very long interval is cut, its rate is not', () => {
    expect(plotScale([{ low: 0.21, rate: 0.73, high: 0.93 }], 90).min).toBe(70)
    expect(plotScale([{ low: 0.21, rate: 0.71, high: 0.93 }], 90).min).toBe(60)
  })

  test('without figures it still has a target to show', () => {
    expect(plotScale([], 90).min).toBe(70)
    expect(plotScale([], 15).min).toBe(0)
  })

  test('holds the target and every rate', () => {
    fc.assert(
      fc.property(fc.array(span), fc.integer({ min: 1, max: 99 }), (spans, target) => {
        const { min, max } = plotScale(spans, target)
        expect(min).toBeGreaterThanOrEqual(0)
        expect(min).toBeLessThan(target)
        for (const { rate } of spans) {
          expect(rate * 100).toBeGreaterThanOrEqual(min)
          expect(rate * 100).toBeLessThanOrEqual(max)
        }
      }),
    )
  })
})

describe('trendScale', () => {
  test('five-point steps around what there is', () => {
    expect(
      trendScale(
        [
          { low: 0.815, rate: 0.852, high: 0.884 },
          { low: 0.908, rate: 0.922, high: 0.934 },
        ],
        90,
      ),
    ).toEqual({
      min: 80,
      max: 95,
      ticks: [80, 85, 90, 95],
    })
  })

  test('holds the target and every rate, with a line at both ends', () => {
    fc.assert(
      fc.property(fc.array(span), fc.integer({ min: 1, max: 99 }), (spans, target) => {
        const { min, max, ticks } = trendScale(spans, target)
        expect([ticks[0], ticks.at(-1)]).toEqual([min, max])
        for (const value of [target, ...spans.map(({ rate }) => rate * 100)]) {
          expect(value).toBeGreaterThanOrEqual(min - 1e-9)
          expect(value).toBeLessThanOrEqual(max + 1e-9)
        }
      }),
    )
  })
})

test('placeOn keeps what lies off the scale at its edge', () => {
  const scale = { min: 70, max: 100, ticks: [] }
  expect([40, 70, 85, 100, 120].map(value => placeOn(scale, value))).toEqual([0, 0, 50, 100, 100])
})
