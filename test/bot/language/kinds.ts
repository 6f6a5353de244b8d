// Tables of tests of understanding: kinds of messages, and answers to one question.
import { describe, expect, test } from 'vitest'
import type { FactId } from '#engine'
import { answered, gold, heard, rows } from './lexicon.ts'

/** By the name of the kind, `text | facts` a line; all that is heard is what stands there. */
export function testKinds(kinds: Readonly<Record<string, string>>): void {
  describe.each(Object.entries(kinds))('%s', (_, table) => {
    test.each(rows(table))('%s', (text, row) => {
      expect(heard(text)).toEqual(gold(row))
    })
  })
}

/** `fact answer | facts` a line: the fact asked for, the answer to it, and all that is heard in it. */
export function testAsked(name: string, table: string): void {
  describe(name, () => {
    test.each(rows(table))('%s', (row, meant) => {
      const blank = row.indexOf(' ')
      expect(heard(row.slice(blank + 1), [row.slice(0, blank)])).toEqual(gold(meant))
    })
  })
}

/** By the fact asked, `answer | value` a line, `~` where it is only about right, or the problem with its candidates. */
export function testReadings(readings: Readonly<Record<FactId, string>>): void {
  describe.each(Object.entries(readings))('%s', (id, table) => {
    test.each(rows(table))('%s → %s', (text, expected) => {
      expect(answered(id, text)).toBe(expected)
    })
  })
}

/** Fact asked, answer, and the value read; whether it is approximate does not matter. */
export function testAnswers(answers: readonly (readonly [id: FactId, text: string, expected: string])[]): void {
  describe('answers', () => {
    test.each(answers)('%s: %s', (id, text, expected) => {
      expect(answered(id, text).replace(/ ~$/, '')).toBe(expected)
    })
  })
}

/** By the name of the kind, `fact text | value` a line; `?` where it must be asked again. */
export function testAnswered(kinds: Readonly<Record<string, string>>): void {
  describe.each(Object.entries(kinds))('%s', (_, table) => {
    test.each(rows(table))('%s', (row, meant) => {
      const blank = row.indexOf(' ')
      const read = answered(row.slice(0, blank), row.slice(blank + 1)).replace(/ ~$/, '')
      expect(read.startsWith('?') ? '?' : read).toBe(meant)
    })
  })
}
