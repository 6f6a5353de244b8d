// Whom a lead is put to: the people of the branch that fits the company best, present on the day, the least busy first.
// Equal cases are decided by a hash of lead and person, so that the list's order favours nobody.
import { judge, type Reading } from '#engine'
import type { Branch, Person, Staffing } from './people.ts'
import { isAbsent, peopleOf } from './roster.ts'

/** What is asked for, and how busy people are. */
export interface RouteRequest {
  readonly desk: string
  /** decides between equals, the same each time */
  readonly lead: string
  readonly products: readonly string[]
  readonly reading: Reading
  /** division code of the company */
  readonly place: string | undefined
  /** branches that come before others that fit: the company came by a link of theirs */
  readonly first?: readonly string[] | undefined
  /** day since 1970 */
  readonly day: number
  /** open leads and visits by person; somebody without an entry has none */
  readonly loads: Readonly<Record<string, number>>
}

const HASH_START = 2_166_136_261
const HASH_STEP = 16_777_619

/** FNV-1a, 32 bits: spreads ids evenly, keeps no secret. */
function hash(text: string): number {
  let value = HASH_START
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), HASH_STEP) >>> 0
  return value
}

const significant = (code: string): string => code.replace(/(00)+$/, '')

/** How closely a branch fits: higher is closer; undefined when it does not take such a lead. */
function fitOf(branch: Branch, request: RouteRequest): number | undefined {
  const { place, products, reading } = request
  if (branch.products.length > 0 && !products.some(product => branch.products.includes(product))) return undefined
  const divisions = branch.serves
    .map(significant)
    .filter(code => place !== undefined && significant(place).startsWith(code))
  if (branch.serves.length > 0 && divisions.length === 0) return undefined
  const verdict = branch.when ? judge(branch.when, reading).is : undefined
  if (verdict === 'no') return undefined
  const depth = Math.max(0, ...divisions.map(code => code.length))
  // a rule that holds says more than a place, a place more than the branch's trade
  return (verdict === 'yes' ? 100 : 0) + depth * 10 + (branch.products.length > 0 ? 5 : 0) + (branch.technology ? 1 : 0)
}

/** More than any fit: a link goes before place and trade, but not to a branch that does not take such a lead. */
const FIRST = 1_000

function fitOrLast(branch: Branch, request: RouteRequest): number {
  const fit = fitOf(branch, request)
  if (fit === undefined) return -1
  return request.first?.includes(branch.id) ? FIRST + fit : fit
}

/**
 * The clerks of a desk who could take this lead, best first. People without a branch come after those whose branch
 * fits; people of branches that do not fit come last, for a lead is never left alone because of a rule.
 */
export function routeOf(staffing: Staffing, request: RouteRequest): readonly Person[] {
  const ranked = peopleOf(staffing, request.desk)
    .filter(person => person.role === 'clerk' && !isAbsent(person, request.day))
    .map(person => {
      const branch = person.branch === undefined ? undefined : staffing.branches.get(person.branch)
      return {
        person,
        fit: branch ? fitOrLast(branch, request) : 0,
        load: (request.loads[person.id] ?? 0) / person.share,
        tie: hash(`${request.lead} ${person.id}`),
      }
    })
  return ranked.sort((a, b) => b.fit - a.fit || a.load - b.load || a.tie - b.tie).map(({ person }) => person)
}
