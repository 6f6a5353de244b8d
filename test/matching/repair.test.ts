// The repairs file: its faults are named with their place, and the real one speaks about real facts that can change.
import { describe, expect, test } from 'vitest'
import type { DataProblem } from '#engine'
import { parseRepairs, patienceFor, repairFor } from '../../matching/repair.ts'
import { catalogue, rulebook } from '../support/rulebook.ts'
import { BOOK } from './toy-market.ts'

const both = (text: string) => ({ zh: text, en: text })
const repair = (facts: readonly string[], fields = {}) => ({
  facts,
  problem: both('problem'),
  who: both('who'),
  way: both('way'),
  time: both('time'),
  source: { title: 'toy', mark: '示意' },
  ...fields,
})
const WRITTEN = {
  patience: { freely: '1 天', weeks: '14 天', months: '90 天', 'by-date': '120 天', years: '540 天' },
  fixed: ['t.born'],
  grows: ['t.few'],
  shrinks: ['t.many'],
  lapses: [],
  repairs: [repair(['t.rank'])],
  near: { changes: 2, patience: '400 天' },
}
function parse(fields: Readonly<Record<string, unknown>>) {
  const problems: DataProblem[] = []
  const found = parseRepairs('repairs.yaml', { ...WRITTEN, ...fields }, BOOK, problems)
  return { found, faults: problems.map(one => `${one.code} ${one.path.join('.')}`) }
}

describe('a repairs file', () => {
  test('gives every fact its patience: its repair’s own, its class’s, or none', () => {
    const { found, faults } = parse({ repairs: [repair(['t.rank'], { patience: '30 天' })] })
    expect(faults).toEqual([])
    const patience = ['t.rank', 't.few', 't.many', 't.title', 't.colour'].map(fact => patienceFor(found, fact))
    expect(patience).toEqual([30, 14, 540, 120, 1])
    // never changeable, fixed, a place
    expect(['t.born', 'r.place'].map(fact => patienceFor(found, fact))).toEqual([undefined, undefined])
    expect(repairFor(found, 't.rank')?.way.en).toBe('way')
  })

  test('names unknown facts, contradictions and unreadable days', () => {
    expect(parse({ grows: ['gone'] }).faults).toEqual(['unknown-fact grows.0'])
    expect(parse({ shrinks: ['t.few'] }).faults).toEqual(['duplicate shrinks'])
    expect(parse({ repairs: [repair(['t.rank']), repair(['t.rank'])] }).faults).toEqual(['duplicate repairs.1.facts'])
    expect(parse({ near: { changes: 2, patience: '3 年' } }).faults).toEqual(['bad-quantity near.patience'])
    expect(parse({ lapses: [{ fact: 't.few', until: 't.title', source: repair([]).source }] }).faults).toEqual([
      'unknown-fact lapses.0.fact',
      'unknown-fact lapses.0.until',
    ])
    expect(parse({ patience: {} }).faults.length).toBeGreaterThan(0)
  })
})

describe('the real repairs', () => {
  const { repairs } = catalogue()

  test('speak only about facts that can be changed', () => {
    for (const fact of repairs.repairOf.keys()) {
      expect(rulebook().facts.get(fact)?.changeable, fact).not.toBe('never')
      expect(patienceFor(repairs, fact), `${fact} is fixed and repaired`).toBeDefined()
    }
  })

  test('never advise another place, park, trade or purpose', () => {
    const never = [
      'company.region',
      'company.park',
      'company.industry',
      'company.stage',
      'need.purpose',
      'company.founded_on',
    ]
    for (const fact of never) expect(patienceFor(repairs, fact), fact).toBeUndefined()
  })

  test('promise nothing and ask for no money', () => {
    for (const { way, who, time, problem } of repairs.repairOf.values())
      for (const words of [way, who, time, problem])
        expect(words.zh).not.toMatch(/包过|肯定能|保证|秒批|洗白|手续费|保证金/)
  })
})
