// The list of people and whom a lead is put to.
import { expect, test } from 'vitest'
import type { DataProblem } from '#engine'
import { NOBODY, PEOPLE_FILE, parseStaffing } from '../../../bot/staff/people.ts'
import { managersOf, personOf } from '../../../bot/staff/roster.ts'
import { type RouteRequest, routeOf } from '../../../bot/staff/route.ts'
import { catalogue, day, readingOf, rulebook } from '../../support/rulebook.ts'

const source = { title: '示意', mark: '示意' }
const words = { zh: '支行', en: 'branch' }
const clerk = (more: object = {}) => ({ name: '', desk: 'icbc', role: 'clerk', source, ...more })
const branch = (more: object = {}) => ({ desk: 'icbc', title: words, source, ...more })

const PEOPLE = {
  hours: ['09:00-12:00', '13:30-17:30'],
  branches: {
    province: branch({ serves: ['330000'] }),
    district: branch({ serves: ['330108'] }),
    park: branch({ when: { fact: 'company.park', oneOf: ['binjiang-hightech'] } }),
    loans: branch({ products: ['hangzhou-binjiang/innovation-points-loan'] }),
  },
  people: {
    plain: clerk({ name: '无支行' }),
    far: clerk({ name: '省里', branch: 'province' }),
    near: clerk({ name: '区里', branch: 'district', accounts: ['U1'] }),
    near2: clerk({ name: '区里二', branch: 'district', absences: [{ from: '2026-11-23', to: '2026-11-24' }] }),
    head: clerk({ name: '主管', role: 'manager', absences: [{ from: '2026-11-23', to: '2026-11-23' }] }),
    head2: clerk({ name: '副主管', role: 'manager' }),
    other: clerk({ name: '别家', desk: 'boc' }),
  },
}

function parse(content: unknown) {
  const problems: DataProblem[] = []
  const staffing = parseStaffing({ file: PEOPLE_FILE, content }, rulebook(), catalogue(), problems)
  return { staffing, problems: problems.map(({ code, path }) => `${code} ${path.join('.')}`) }
}

const { staffing } = parse(PEOPLE)
const request = (more: Partial<RouteRequest> = {}): RouteRequest => ({
  desk: 'icbc',
  lead: 'L1',
  products: ['hangzhou-binjiang/innovation-points-loan'],
  reading: readingOf({ 'company.region': '330108' }),
  place: '330108',
  day: day('2026-11-20'),
  loads: {},
  ...more,
})
const names = (more: Partial<RouteRequest> = {}) => routeOf(staffing, request(more)).map(person => person.id)

test('who runs the product is listed at the desk where alarms arrive', () => {
  const withOperator = parse({
    ...PEOPLE,
    people: { ...PEOPLE.people, ops: clerk({ name: '运维', desk: 'operators' }) },
  })
  expect(withOperator.problems).toEqual([])
  expect(withOperator.staffing.people.get('ops')).toMatchObject({ desk: 'operators' })
})

test('the narrowest branch comes first, then wider ones, then people without one; managers and other desks never', () => {
  expect(parse(PEOPLE).problems).toEqual([])
  expect(names({ loads: { near2: 1 } })).toEqual(['near', 'near2', 'far', 'plain'])
  expect(names({ place: '330200', loads: {} }).slice(0, 2)).toEqual(['far', 'plain'])
  expect(names({ place: undefined })[0]).toBe('plain')
})

test('a branch whose link the company came by comes first where it fits, and never where it does not', () => {
  const first = (branch: string) => names({ first: [branch], loads: { near2: 1 } })
  expect(first('province')).toEqual(['far', 'near', 'near2', 'plain'])
  expect(first('nowhere')).toEqual(names({ loads: { near2: 1 } }))
  expect(names({ first: ['district'], place: '320100' })).toEqual(names({ place: '320100' }))
})

test('who is away is not asked, and the less busy come before the busier by their share', () => {
  expect(names({ day: day('2026-11-23') })).not.toContain('near2')
  expect(names({ loads: { near: 3, near2: 2 } }).slice(0, 2)).toEqual(['near2', 'near'])
  const shared = parse({
    ...PEOPLE,
    people: { ...PEOPLE.people, near: { ...PEOPLE.people.near, share: 2 } },
  }).staffing
  expect(routeOf(shared, request({ loads: { near: 3, near2: 2 } }))[0]?.id).toBe('near')
})

test('between equals no one is favoured', () => {
  const firsts = Array.from({ length: 1_000 }, (_, i) => names({ lead: `L${i}` })[0])
  const near = firsts.filter(id => id === 'near').length
  expect(near).toBeGreaterThan(400)
  expect(near).toBeLessThan(600)
})

test('managers who are there come before those who are away; when all are away, all are meant', () => {
  const ids = (iso: string) => managersOf(staffing, 'icbc', day(iso)).map(person => person.id)
  expect(ids('2026-11-23')).toEqual(['head2'])
  expect(ids('2026-11-20')).toEqual(['head', 'head2'])
  expect(managersOf(staffing, 'boc', 0)).toEqual([])
})

test('a person is known by account, by id, or by name at the local page, and only at the own desk', () => {
  const who = (desk: string, person: string) => personOf(staffing, { kind: 'staff', desk, person, name: 'x' })?.id
  expect(who('icbc', 'U1')).toBe('near')
  expect(who('icbc', 'near')).toBe('near')
  expect(who('icbc', 'web:区里')).toBe('near')
  expect(who('boc', 'U1')).toBeUndefined()
  expect(who('icbc', '区里')).toBeUndefined()
})

test('every mistake in the list is named with its place', () => {
  const wrong = {
    hours: ['12:00-09:00'],
    branches: { a: branch({ desk: 'nobank' }), b: branch({ products: ['no/product'], when: { fact: 'no.fact' } }) },
    people: {
      x: clerk({ name: '甲', branch: 'c', absences: [{ from: '2026-11-24', to: '2026-11-23' }] }),
      y: clerk({ name: '甲', absences: [{ from: '2026-13-01', to: '2026-13-02' }] }),
    },
  }
  expect(parse(wrong).problems).toEqual([
    'bands-disorder hours.0',
    'unknown-name branches.a.desk',
    'unknown-name branches.b.products.0',
    'unknown-fact branches.b.when.fact',
    'unknown-name people.x.branch',
    'date-order people.x.absences.0',
    'duplicate people.y',
    'bad-quantity people.y.absences.0',
  ])
  expect(parse({ hours: ['9-12'] }).staffing).toBe(NOBODY)
})
