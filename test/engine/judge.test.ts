// A verdict says what decided it: every failed test of a no, what an open one lacks, and nothing that cannot matter.
import { describe, expect, test } from 'vitest'
import { failedSubjects, showQuantity, toNumber } from '#engine'
import { verdictOf } from './small-rulebook.ts'

const yes = { fact: 'f.yes', is: true }
const other = { fact: 'f.other', is: true }
const ideas = { fact: 'c.ideas', atLeast: 5 }
const share = { value: { ratio: ['c.experts', 'c.people'] }, atLeast: '30 %' }

describe('three values', () => {
  test('a no names every failed test, also while others are open', () => {
    const verdict = verdictOf({ all: [yes, ideas, other] }, { 'f.yes': false, 'c.ideas': 2 })
    expect(verdict.is).toBe('no')
    expect(failedSubjects(verdict)).toEqual(['f.yes', 'c.ideas'])
    expect(verdict.lacks).toEqual([])
  })
  test('a failed choice names all its ways', () => {
    expect(failedSubjects(verdictOf({ any: [yes, ideas] }, { 'f.yes': false, 'c.ideas': 2 }))).toEqual([
      'f.yes',
      'c.ideas',
    ])
  })
  test('an open one names what is missing and nothing that is settled', () => {
    const verdict = verdictOf({ all: [yes, ideas, other] }, { 'f.yes': true })
    expect(verdict).toMatchObject({ is: 'open', lacks: ['c.ideas', 'f.other'] })
    expect(verdict.findings.map(one => one.test.facts)).toEqual([['c.ideas'], ['f.other']])
  })
  test('what cannot matter any more is not missing', () => {
    expect(verdictOf({ any: [{ all: [yes, ideas] }, other] }, { 'f.yes': false })).toMatchObject({
      is: 'open',
      lacks: ['f.other'],
    })
    expect(verdictOf({ any: [yes, ideas] }, { 'f.yes': true }).lacks).toEqual([])
  })
  test('a yes shows what it rests on', () => {
    const verdict = verdictOf({ all: [yes, ideas] }, { 'f.yes': true, 'c.ideas': 7 })
    expect(verdict).toMatchObject({ is: 'yes', lacks: [] })
    expect(verdict.findings.map(one => one.own)).toMatchObject([{ value: true }, { low: 7, high: 7 }])
  })
  test('a finding carries the own figure, exact, beside the limit', () => {
    const [finding] = verdictOf(share, { 'c.experts': 7, 'c.people': 24 }).findings
    expect(finding).toMatchObject({ is: 'no', test: { limit: { op: 'atLeast', value: 300_000 }, kind: 'percent' } })
    if (finding?.own.is !== 'range') throw new Error('a range')
    expect(toNumber(finding.own.low)).toBeCloseTo(291_666.67, 1)
    expect(showQuantity(finding.own.low, 'percent', 'zh')).toBe('29.17%')
  })
})

describe('missing quantities', () => {
  test('bounds decide when they can: nobody has more experts than people', () => {
    expect(verdictOf({ fact: 'c.experts', atLeast: 30 }, { 'c.people': 29 }).is).toBe('no')
    expect(verdictOf({ fact: 'c.experts', atLeast: 30 }, { 'c.people': 30 }).is).toBe('open')
    expect(verdictOf({ fact: 'c.people', atLeast: 1 }, {}).is).toBe('yes')
    expect(verdictOf({ fact: 'd.born', below: '1990-01-01' }, {}).is).toBe('no')
  })
  test('a share lacks what could still move it', () => {
    expect(verdictOf(share, { 'c.people': 40 }).lacks).toEqual(['c.experts'])
    expect(verdictOf(share, { 'c.experts': 12 }).lacks).toEqual(['c.people'])
    expect(verdictOf(share, {}).lacks).toEqual(['c.experts', 'c.people'])
    expect(verdictOf(share, { 'c.experts': 0 }).is).toBe('no')
  })
  test('a place known too broadly is asked for again', () => {
    expect(verdictOf({ fact: 'r.place', within: ['330108'] }, { 'r.place': '330100' })).toMatchObject({
      is: 'open',
      lacks: ['r.place'],
    })
  })
})
