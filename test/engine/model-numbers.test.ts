// Every number of every model has a kind, a source, a mark and a date, and every model has its examples.
import { describe, expect, test } from 'vitest'
import { dayOf, numbersOf, QUANTITY_KINDS } from '#engine'
import { rulebook } from '../support/rulebook.ts'

const MODELS = [...rulebook().models.values()].flat()
function modelOf(id: string) {
  const found = MODELS.find(one => one.id === id)
  if (!found) throw new Error(id)
  return found
}

describe.each(MODELS.map(model => [model.id, model] as const))('%s', (_, model) => {
  const numbers = numbersOf(model)
  test('has numbers, each with kind, source, mark and date', () => {
    expect(numbers.length).toBeGreaterThan(0)
    for (const { kind, value, source, title } of numbers) {
      expect(QUANTITY_KINDS).toContain(kind)
      expect(Number.isSafeInteger(value), title.zh).toBe(true)
      expect(dayOf(source.date), title.zh).toBeDefined()
      expect(source.title.length).toBeGreaterThan(0)
    }
  })
  test('has at least three examples', () => {
    expect(model.examples.length).toBeGreaterThanOrEqual(3)
  })
  test('can give the full points it states, in the stage that gives most', () => {
    for (const { id, max, score, byStage, maxByStage } of model.characteristics) {
      const everywhere = model.stages?.list.every(stage => maxByStage.has(stage.id)) ?? false
      const tables = [...(score && !everywhere ? [score] : []), ...byStage.values()]
      expect(Math.max(...tables.map(one => one.highest), Math.min(0, max)), id).toBe(max)
    }
  })
  test('calls itself illustrative when most of its numbers are', () => {
    const illustrative = numbers.filter(one => one.source.mark === '示意').length
    expect(model.source.mark === '示意').toBe(illustrative * 2 > numbers.length)
    if (illustrative * 2 > numbers.length) expect(`${model.title.zh} ${model.summary.zh}`).toContain('示意')
  })
})

describe('numbers', () => {
  const of = (id: string, part: string) =>
    numbersOf(modelOf(id))
      .filter(one => one.part === part)
      .map(one => [one.value, one.source.mark])
  test('of stages, grades, credit ranges and passes are there', () => {
    expect(of('binjiang-points', 'stage')).toEqual([50, 500, 2_000, 10_000].map(wan => [wan * 1_000_000, '★★']))
    expect(of('binjiang-points', 'grade')).toEqual([7_500, 6_000, 4_000].map(points => [points, '示意']))
    expect(of('hubei-knowledge', 'limit')).toEqual([
      [1_000_000_000, '★★'],
      [700_000_000, '示意'],
      [500_000_000, '示意'],
      [300_000_000, '示意'],
      [100_000_000, '★★'],
    ])
    expect(of('high-tech', 'pass')).toEqual([[7_000, '★★★']])
  })
  test('of a table carry the mark of that table', () => {
    const credit = numbersOf(modelOf('binjiang-points')).filter(one => one.title.zh === '企业信用评价')
    expect(new Set(credit.map(one => one.source.mark))).toEqual(new Set(['★★★']))
    expect(credit.map(one => one.value)).toEqual([1_000, -1_000, 1_000, 800, 500, 0])
  })
})
