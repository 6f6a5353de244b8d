// The team that comes is the one whose area is the narrowest around the company.
import { describe, expect, test } from 'vitest'
import { parseDirectory, teamFor } from '#matching'

const team = (...serves: readonly string[]) => ({
  title: { zh: '队', en: 'team' },
  members: [{ zh: '人', en: 'person' }],
  contact: { zh: '电话', en: 'phone' },
  serves,
  source: { title: 'made up', mark: '示意' },
})
const directory = (teams: Record<string, unknown>) => {
  const problems: Parameters<typeof parseDirectory>[2] = []
  const parsed = parseDirectory('directory.yaml', { institutions: {}, teams }, problems)
  expect(problems).toEqual([])
  return parsed
}

describe('the team of a place', () => {
  const all = directory({
    nation: team('000000'),
    zhejiang: team('330000'),
    hangzhou: team('330100', '330200'),
    binjiang: team('330108'),
    shandong: team('370000'),
  })
  test.each([
    ['330108', 'binjiang'],
    ['330106', 'hangzhou'],
    ['330100', 'hangzhou'], // only the city is known
    ['330200', 'hangzhou'],
    ['330300', 'zhejiang'],
    ['331002', 'zhejiang'],
    ['370102', 'shandong'],
    ['440305', 'nation'],
    [undefined, 'nation'],
  ])('%s: %s', (place, id) => {
    expect(teamFor(all, place)?.id).toBe(id)
  })
  test('of two equally narrow ones the first in the file', () => {
    expect(teamFor(directory({ b: team('330000'), a: team('330000') }), '330108')?.id).toBe('b')
  })
  test('nobody, when nobody serves it', () => {
    expect(teamFor(directory({ shandong: team('370000') }), '330108')).toBeUndefined()
    expect(teamFor(directory({ shandong: team('370000') }), undefined)).toBeUndefined()
  })
})
