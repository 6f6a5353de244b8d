// The answer to one choice that was asked alone, read as what this question makes of it: how each of its parts stands (denied,
// lost, hoped for, once), and the words that name an option only here. What readers of free talk would store is weighed
// against it; where it is open the fact is asked again.
import type { FactDefinition, FactValue } from '#engine'
import type { Role } from '../roles.ts'
import type { Found, Harvest } from '../scene/found.ts'
import { onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { applicantTold } from './applicant-told.ts'
import { degreeTold } from './degree-told.ts'
import { industryTold } from './industry-told.ts'
import { lettersTold } from './letter-told.ts'
import { assessedTold, certificatesTold, kindsTold, OPEN, purposesTold } from './lists-told.ts'
import { parkTold } from './park-told.ts'
import { pledgesTold } from './pledges-told.ts'
import { titleTold } from './titles-told.ts'
import { oneOf, topicsTold } from './words-told.ts'

/** Longer texts say more than an answer. */
const LENGTH_MAX = 60
const CERTAIN = 0.97
const SURE = 0.85
const OTHERS_MAX = 3
type Told = string | readonly string[] | typeof OPEN | undefined
type Reader = (text: string, fact: FactDefinition, heard: readonly string[]) => Told

const TITLES: readonly Role[] = ['platform', 'award', 'specialised', 'titles', 'makerContest', 'pointsClass']
const asTitle = (role: Role): [Role, Reader] => [role, text => titleTold(role, text)]
const asOneOf = (role: Role): [Role, Reader] => [role, (text, _, heard) => oneOf(role, text, heard)]

const OTHERS_GRADE = /政府|公共|信用中国|发改|government|public/
const TAX_GRADE = /纳税|税务|税局|\btax\b/
const onlyLetter = (text: string, fact: FactDefinition, others: RegExp): Told => {
  const [letter, ...more] = lettersTold(text, others)
  return letter !== undefined && more.length === 0 && fact.options?.[letter] ? letter : undefined
}

/** The best letter had; somebody left or never graded is none. */
function talent(text: string, fact: FactDefinition): Told {
  const letters = lettersTold(text).filter(letter => fact.options?.[letter])
  const best = (fact.order ?? []).find(key => letters.includes(key))
  return best ?? titleTold('talentClass', text)
}

const READERS: ReadonlyMap<Role, Reader> = new Map<Role, Reader>([
  ...TITLES.map(asTitle),
  ...(['stage', 'pilotStage', 'chainRole', 'digital', 'acquired'] as const).map(asOneOf),
  ['founderDegree', text => degreeTold(text)],
  ['talentClass', talent],
  ['taxGrade', (text, fact) => onlyLetter(text, fact, OTHERS_GRADE)],
  ['governmentGrade', (text, fact) => onlyLetter(text, fact, TAX_GRADE)],
  ['collateral', text => pledgesTold(text)],
  ['topics', text => topicsTold(text)],
  ['purpose', (text, _, heard) => purposesTold(text, heard)],
  ['kinds', (text, _, heard) => kindsTold(text, heard)],
  ['quality', text => certificatesTold(text)],
  ['fiveElements', text => assessedTold(text)],
  ['park', (text, _, heard) => parkTold(text, heard)],
  ['industry', text => industryTold(text)],
  ['applicant', text => applicantTold(text)],
])

/** The harvest with the choice that was asked alone as its answer tells it. */
export function withAskedChoice(scene: Scene, harvest: Harvest): Harvest {
  const fact = onlyAsked(scene)
  if (!fact?.options || scene.masked.length > LENGTH_MAX) return harvest
  const role = roleOf(scene, fact)
  const heard = harvest.found.filter(each => each.fact === fact.id).flatMap(each => optionsOf(each.value))
  // a message that tells several other things is not read as an answer throughout
  const others = new Set(harvest.found.filter(each => each.confidence >= SURE).map(each => each.fact))
  if (heard.length === 0 && others.size >= OTHERS_MAX) return harvest
  const told = role && READERS.get(role)?.(scene.masked, fact, heard)
  if (told === undefined) return harvest
  const found = harvest.found.filter(each => each.fact !== fact.id)
  const unclear = harvest.unclear.filter(each => each.fact !== fact.id)
  const span = [0, scene.masked.length] as const
  if (told === OPEN) {
    const open = { fact: fact.id, problem: 'not-an-option', candidates: [], span, why: 'left open' } as const
    return { found, unclear: [...unclear, open] }
  }
  const answered: Found = {
    fact: fact.id,
    value: told,
    confidence: CERTAIN,
    approximate: false,
    why: 'answers what was asked',
    span,
  }
  return { found: [...found, answered], unclear }
}

const optionsOf = (value: FactValue): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
