// Only answers are kept, and keeping them never changes the dossier one had before.
import { describe, expect, test } from 'vitest'
import { type Answer, answered, dossierSchema, forget, NO_ANSWERS, record, verifiedOnly } from '#engine'

const answer = (value: Answer['value'], source: Answer['source'] = 'stated'): Answer => ({
  value,
  source,
  at: '2026-11-20T08:00:00Z',
})

describe('answers', () => {
  test('are added, replaced and forgotten without touching what was', () => {
    const one = record(NO_ANSWERS, 'people.total', answer(40))
    const two = record(one, 'people.total', answer({ low: 30, high: 50 }))
    expect(NO_ANSWERS).toEqual({})
    expect(one['people.total']?.value).toBe(40)
    expect(two['people.total']?.value).toEqual({ low: 30, high: 50 })
    expect(forget(two, 'people.total')).toEqual({})
    expect(answered(two, 'people.total')).toBe(true)
    expect(forget(one, 'ip.invention')).toEqual(one)
  })
  test('an inherited name is no answer', () => {
    expect(answered(NO_ANSWERS, 'constructor')).toBe(false)
    expect(answered(NO_ANSWERS, 'toString')).toBe(false)
  })
  test('only what somebody else stands for is verified', () => {
    const dossier = {
      a: answer(1),
      b: answer(2, 'document'),
      c: answer(3, 'verified'),
      d: answer(4, 'visited'),
    }
    expect(Object.keys(verifiedOnly(dossier))).toEqual(['c', 'd'])
  })
  test('come back from storage as they were; anything else is refused', () => {
    const dossier = { a: answer({ low: 1, high: 2 }), b: answer(['x', 'y']), c: { ...answer(true), approximate: true } }
    expect(dossierSchema.parse(JSON.parse(JSON.stringify(dossier)))).toEqual(dossier)
    for (const wrong of [
      { a: { value: 1 } },
      { a: answer(1, 'guessed' as never) },
      { a: { ...answer(1), more: 1 } },
      { a: answer({ low: 1 } as never) },
    ])
      expect(dossierSchema.safeParse(wrong).success).toBe(false)
  })
})
