// The planted defects can still be planted: each place stands in its file exactly once, and its test is there. Whether the tests
// see them is shown by `npm run test:mutants`.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MUTANTS } from './mutants/mutants.ts'
import { ROOT } from './support/rulebook.ts'

test('every planted defect has its one place and its test', () => {
  const lost = MUTANTS.filter(({ file, find, put, test: seenBy }) => {
    const places = readFileSync(path.join(ROOT, file), 'utf8').split(find).length - 1
    return places !== 1 || find === put || !existsSync(path.join(ROOT, seenBy))
  })
  expect(lost.map(({ name, file }) => `${name} (${file})`)).toEqual([])
})

test('no two have the same name', () => {
  const names = MUTANTS.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
