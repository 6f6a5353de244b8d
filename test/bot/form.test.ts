// What comes back from a form counts only as far as the form asked for it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Form, readForm } from '../../bot/form.ts'

const ends = { submit: '提交', cancel: '取消' }
const options = [
  { value: 'a', text: '甲' },
  { value: 'b', text: '乙' },
]
const form: Form = {
  title: '表单',
  fields: [
    { kind: 'choice', name: 'one', label: '一', required: true, options },
    { kind: 'choices', name: 'many', label: '多', required: false, options, chosen: [] },
    { kind: 'date', name: 'day', label: '日', required: false },
    { kind: 'time', name: 'hour', label: '时', required: false },
    { kind: 'number', name: 'rate', label: '率', required: false, min: 0, max: 36, decimals: 4 },
    { kind: 'text', name: 'words', label: '话', required: false, max: 5, lines: true },
  ],
  ...ends,
}

describe('reading a form', () => {
  test('what was asked for is kept, what was not is left out, blanks do not count', () => {
    const given = {
      one: ['a'],
      many: ['a', 'b', 'a'],
      day: ['2026-11-25'],
      hour: ['09:30'],
      words: [' '],
      other: ['x'],
    }
    expect(readForm(form, given)).toEqual({
      is: 'filled',
      values: { one: ['a'], many: ['a', 'b'], day: ['2026-11-25'], hour: ['09:30'], rate: [], words: [] },
    })
  })

  test.each([
    [{}, { one: 'missing' }],
    [{ one: ['c'] }, { one: 'not-offered' }],
    [{ one: ['a', 'b'] }, { one: 'not-offered' }],
    [{ one: ['a'], many: ['a', 'c'] }, { many: 'not-offered' }],
    [{ one: ['a'], day: ['25.11.2026'] }, { day: 'not-a-date' }],
    [{ one: ['a'], day: ['2026-13-01'] }, { day: 'not-a-date' }],
    [{ one: ['a'], hour: ['24:00'] }, { hour: 'not-a-time' }],
    [{ one: ['a'], rate: ['36.1'] }, { rate: 'not-a-number' }],
    [{ one: ['a'], rate: ['-1'] }, { rate: 'not-a-number' }],
    [{ one: ['a'], rate: ['3.12345'] }, { rate: 'not-a-number' }],
    [{ one: ['a'], words: ['六个字太长了'] }, { words: 'too-long' }],
  ])('%j has %j', (given, faults) => {
    expect(readForm(form, given)).toEqual({ is: 'faulty', faults })
  })

  test('whatever is handed in, only fields of the form come out', () => {
    const anything = fc.dictionary(fc.string(), fc.array(fc.string()))
    fc.assert(
      fc.property(anything, given => {
        const read = readForm(form, { ...given, one: ['a'] })
        const names = Object.keys(read.is === 'filled' ? read.values : read.faults)
        expect(names.filter(name => !form.fields.some(field => field.name === name))).toEqual([])
      }),
    )
  })
})
