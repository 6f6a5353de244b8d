// The real catalogue over generated companies, of which everything, most, half or hardly anything is known: the fast ways to
// judge say what a single company would be told, product by product.
import { describe, expect, test } from 'vitest'
import { ANSWERED, closuresOf, encoderOf, firmsIn, judge, normalise, read, sweepOf } from '#engine'
import { answersOn, match, reachOf, surveyOf } from '#matching'
import { standingOf } from '../../matching/calendar.ts'
import { shownOf } from '../../matching/survey.ts'
import { firms } from '../support/firms.ts'
import { catalogue, rulebook, TODAY } from '../support/rulebook.ts'

const KNOWN = [1, 0.8, 0.5, 0.1, 0]
const dossiers = KNOWN.flatMap((known, index) => firms(rulebook(), 12, known, 40 + index))
const readings = dossiers.map(dossier => read(rulebook(), dossier, TODAY))
const products = shownOf(catalogue())

describe('the real catalogue', () => {
  test('closures and the sweep give every verdict of judge, and the sweep every missing fact', () => {
    const conditions = products.flatMap(({ eligible, serves }) => (serves ? [eligible, serves] : [eligible]))
    const form = normalise(conditions)
    const [closures, encoder, sweep] = [closuresOf(form), encoderOf(form), sweepOf(form)]
    const seen = new Set<string>()
    for (const reading of readings) {
      const row = encoder.row(reading)
      const swept = sweep(row)
      for (const [index, condition] of conditions.entries()) {
        const verdict = judge(condition, reading)
        seen.add(verdict.is)
        const level = closures[index]?.(row.cells)
        expect(level === undefined ? undefined : ANSWERED[level]).toBe(verdict.is)
        expect(ANSWERED[swept.level(index)]).toBe(verdict.is)
        expect([...swept.lacks(index)].sort()).toEqual([...verdict.lacks].sort())
      }
    }
    expect([...seen].sort()).toEqual(['no', 'open', 'yes'])
  })

  test('a survey holds the standing of every product with every company', () => {
    for (const { product, can, answer } of surveyOf(products)(readings)) {
      const standing = (wanted: string) =>
        readings.flatMap((reading, firm) => (standingOf(product, reading) === wanted ? [firm] : []))
      expect([...firmsIn(can)], product.id).toEqual(standing('can'))
      expect([...firmsIn(answer)], product.id).toEqual(standing('answer'))
    }
  })

  test('its reach is what matching every company adds up to', () => {
    const some = dossiers.map((dossier, index) => ({ id: String(index), dossier }))
    const counts = new Map(products.map(product => [product, { can: 0, answer: 0 }]))
    for (const dossier of dossiers) {
      const { offers, open } = match(
        catalogue(),
        read(rulebook(), answersOn(dossier, TODAY, catalogue().repairs), TODAY),
      )
      for (const { product } of offers) (counts.get(product) ?? { can: 0 }).can++
      for (const { product } of open) (counts.get(product) ?? { answer: 0 }).answer++
    }
    const reach = reachOf(catalogue(), rulebook(), some, TODAY)
    expect(reach.map(({ product, can, answer, no }) => [product.id, can, answer, no])).toEqual(
      [...counts].map(([{ id }, { can, answer }]) => [id, can, answer, some.length - can - answer]),
    )
    expect(reach.some(one => one.can > 0) && reach.some(one => one.no === some.length)).toBe(true)
  })
})

test('an encoder looks again only at what changed, and the row is the same', () => {
  const form = normalise(products.map(product => product.eligible))
  const encoder = encoderOf(form)
  let moved = 0
  for (const dossier of dossiers.slice(0, 24)) {
    const before = encoder.row(read(rulebook(), {}, TODAY))
    for (const [watched, { fact }] of form.watched.entries()) {
      const answer = fact && dossier[fact.id]
      if (!fact || !answer) continue
      const reading = read(rulebook(), { [fact.id]: answer }, TODAY)
      const again = encoder.again(before, reading, [watched])
      const whole = encoder.row(reading)
      for (const [column, one] of form.columns.entries())
        if (one.watched === watched) expect(again.cells[column]).toBe(whole.cells[column])
      expect(again.lacks[watched]).toEqual(whole.lacks[watched])
      moved++
    }
  }
  expect(moved).toBeGreaterThan(100)
})
