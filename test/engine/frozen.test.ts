// A model in force cannot be changed, left out or forgotten: the list of hashes against the files.
import { describe, expect, test } from 'vitest'
import { checkFrozen, modelFile } from '#engine'
import { frozenProblems } from '../../adapters/files/frozen.ts'
import { day, ROOT, rulebook, TODAY } from '../support/rulebook.ts'

const HASH = 'a'.repeat(64)
const [model] = rulebook().models.get('tech-sme') ?? []
if (!model) throw new Error('tech-sme')
const FILE = 'tech-sme/2017-05-03.yaml'
const check = (list: string, hash: string | undefined, today = TODAY) =>
  checkFrozen(list, new Map(hash === undefined ? [] : [[FILE, hash]]), [model], today).map(
    ({ code, file, line, message }) => [code, file, line, message.split(':')[0]],
  )

describe('frozen models', () => {
  test('the file of a version is found by id and date', () => {
    expect(modelFile(model)).toBe(FILE)
  })
  test('as listed all is well, with either of the marks sha256sum prints', () => {
    expect(check(`${HASH}  ${FILE}\n`, HASH)).toEqual([])
    expect(check(`\n${HASH} *${FILE}\r\n`, HASH)).toEqual([])
  })
  test.each([
    ['a change', `${HASH}  ${FILE}`, 'b'.repeat(64), 1, `${FILE} is in force and was changed`],
    ['a lost file', `${HASH}  ${FILE}`, undefined, 1, `${FILE} is frozen and gone`],
    ['the same twice', `${HASH}  ${FILE}\n${HASH}  ${FILE}`, HASH, 2, `${FILE} is frozen twice`],
  ])('%s is refused', (_, list, hash, line, message) => {
    expect(check(list, hash)).toEqual([['frozen', 'engine/models/FROZEN', line, message]])
  })
  test('a line that cannot be read is refused, and its model is not frozen', () => {
    expect(check(`${HASH} ${FILE}`, HASH).map(([, file, line]) => [file, line])).toEqual([
      ['engine/models/FROZEN', 1],
      [`engine/models/${FILE}`, undefined],
    ])
  })
  test('a model must be listed from the day it comes into force, not before', () => {
    expect(check('', HASH, day('2017-05-02'))).toEqual([])
    expect(check('', HASH, day('2017-05-03'))).toEqual([
      ['frozen', `engine/models/${FILE}`, undefined, 'in force since 2017-05-03, but not frozen'],
    ])
  })
  test('the models of this project are frozen as they stand', () => {
    expect(frozenProblems(ROOT, rulebook(), TODAY)).toEqual([])
  })
})
