// A generated market for comparing engines, the same one every time: sixty facts (a place, ten choices, four sets of tags,
// thirteen yes-or-no, two dates, thirty numbers) that hang together through three hidden factors, and products of five to
// fifteen criteria as data files write them. Rules and companies are made up; none stands for a real product.
import {
  type Condition,
  type DataProblem,
  type Dossier,
  type FactValue,
  parseCondition,
  parseRulebook,
  type Rulebook,
} from '#engine'
import { seeded } from '../support/firms.ts'

/** A criterion as a data file writes it; peers are given translations of the same. */
export type Written = { readonly [key: string]: unknown }
/** What a company has told, by fact. */
export type Told = Readonly<Record<string, FactValue>>

export const NUMBERS = Array.from({ length: 30 }, (_, i) => `n.x${i}`)
export const FLAGS = Array.from({ length: 13 }, (_, i) => `f.x${i}`)
export const CHOICES = Array.from({ length: 10 }, (_, i) => `c.x${i}`)
export const TAGS = Array.from({ length: 4 }, (_, i) => `t.x${i}`)
export const DATES = ['d.x0', 'd.x1']
export const PLACE = 'r.place'
export const optionsOf = (choice: string): readonly string[] =>
  Array.from({ length: 4 + (CHOICES.indexOf(choice) % 7) }, (_, i) => `o${i}`)
export const TAG_OPTIONS = Array.from({ length: 13 }, (_, i) => `t${i}`)
/** 31 provinces × 10 cities × 9 districts: 3,131 divisions. */
const place = (province: number, city: number, district: number): string =>
  `${11 + province}${String(city).padStart(2, '0')}${String(district).padStart(2, '0')}`

const both = (text: string) => ({ zh: text, en: text })
const options = (list: readonly string[]) => Object.fromEntries(list.map(one => [one, { title: both(one) }]))

/** A third of the numbers, half of the yes-or-no and every fifth choice can be worked on; the others are what they are. */
const changeable = (can: boolean) => ({ changeable: can ? 'months' : 'never' })

/** The sixty facts, read by the same parser as the real ones. */
export function marketBook(): Rulebook {
  const stanza = (fields: object) => ({
    row: 1,
    ask: both('?'),
    help: both('-'),
    verifier: both('-'),
    title: both('-'),
    changeable: 'months',
    ...fields,
  })
  const facts = Object.fromEntries([
    [PLACE, stanza({ type: 'region', changeable: 'never' })],
    ...NUMBERS.map((id, i) => [id, stanza({ type: 'count', min: 0, max: 10_000_000, ...changeable(i % 3 === 0) })]),
    ...FLAGS.map((id, i) => [id, stanza({ type: 'flag', ...changeable(i % 2 === 0) })]),
    ...CHOICES.map((id, i) => [
      id,
      stanza({ type: 'choice', options: options(optionsOf(id)), ...changeable(i % 5 === 0) }),
    ]),
    ...TAGS.map(id => [id, stanza({ type: 'choices', options: options(TAG_OPTIONS) })]),
    ...DATES.map(id => [id, stanza({ type: 'date', min: '1990-01-01', max: 'today', changeable: 'never' })]),
  ])
  const parsed = parseRulebook([{ file: 'market.yaml', content: { chapter: both('market'), facts } }], [])
  if (!parsed.ok) throw new Error(parsed.problems.map(one => one.message).join('\n'))
  return parsed.value
}

const OLDEST = 9_131
const YOUNGEST = 20_500
type Random = () => number
const pick = <T>(list: readonly T[], random: Random): T => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
const bell = (random: Random): number => (random() + random() + random() + random() - 2) * 1.7

/** What a company would tell if it told everything. */
function truth(random: Random): Told {
  const [size, tech, trust] = [bell(random), bell(random), bell(random)]
  const told: Record<string, FactValue> = {}
  told[PLACE] = place(Math.floor(random() ** 2 * 31), 1 + Math.floor(random() * 10), 1 + Math.floor(random() * 9))
  for (const [i, id] of NUMBERS.entries()) {
    const pull = [size, tech, trust][i % 3] ?? 0
    told[id] = Math.min(10_000_000, Math.round(200 * Math.exp(pull * 1.2 + bell(random) * 0.7)))
  }
  for (const [i, id] of FLAGS.entries())
    told[id] = bell(random) * 0.8 + ([tech, trust][i % 2] ?? 0) > (i % 4) * 0.4 - 0.6
  for (const id of CHOICES) {
    const list = optionsOf(id)
    told[id] = list[Math.min(list.length - 1, Math.floor(random() ** 1.5 * list.length))] ?? ''
  }
  for (const id of TAGS) told[id] = TAG_OPTIONS.filter(() => random() < 0.2 + 0.05 * tech)
  for (const id of DATES) told[id] = Math.round(OLDEST + random() * (YOUNGEST - OLDEST))
  return told
}

/** `count` companies, each of which told about `known` (0…1) of everything. */
export function marketFirms(count: number, known: number, seed: number): readonly Told[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () =>
    Object.fromEntries(Object.entries(truth(random)).filter(() => random() < known)),
  )
}

export function dossierOf(told: Told): Dossier {
  return Object.fromEntries(
    Object.entries(told).map(([id, value]) => [
      id,
      { value, source: 'stated' as const, at: '2026-11-22T00:00:00.000Z' },
    ]),
  )
}

/** Limits in round numbers, as rules have them, so that products share many. */
const ROUND = [20, 30, 50, 80, 100, 150, 200, 300, 400, 500, 800, 1000]
const someOf = (list: readonly string[], from: number, random: Random): string[] => {
  const found = list.filter(() => random() < from)
  return found.length > 0 ? found : [pick(list, random)]
}

function criterion(random: Random): Written {
  const die = random()
  if (die < 0.5) {
    const fact = pick(NUMBERS, random)
    return random() < 0.75
      ? { fact, atLeast: pick(ROUND.slice(0, 8), random) }
      : { fact, atMost: pick(ROUND.slice(5), random) }
  }
  if (die < 0.7) return { fact: pick(FLAGS, random), is: random() < 0.8 }
  if (die < 0.86) {
    const fact = pick(CHOICES, random)
    return random() < 0.5
      ? { fact, oneOf: someOf(optionsOf(fact), 0.7, random) }
      : { fact, noneOf: someOf(optionsOf(fact).slice(2), 0.2, random) }
  }
  if (die < 0.94) return { fact: pick(TAGS, random), oneOf: someOf(TAG_OPTIONS, 0.5, random) }
  const year = 2010 + Math.floor(random() * 15)
  return { fact: pick(DATES, random), atMost: `${year}-0${1 + Math.floor(random() * 9)}-01` }
}

function wherever(random: Random): Written {
  const [province, city, district] = [random() ** 2 * 31, 1 + random() * 10, 1 + random() * 9].map(Math.floor)
  const depth = random()
  const code = place(province ?? 0, depth < 0.6 ? (city ?? 1) : 0, depth < 0.3 ? (district ?? 1) : 0)
  return { fact: PLACE, within: [code, place(Math.floor(random() * 31), 0, 0), place(Math.floor(random() * 31), 0, 0)] }
}

function product(random: Random): Written {
  const criteria = Array.from({ length: 5 + Math.floor(random() * 11) }, (): Written => {
    const die = random()
    if (die < 0.72) return criterion(random)
    if (die < 0.92) return { any: Array.from({ length: 2 + Math.floor(random() * 2) }, () => criterion(random)) }
    return { not: { all: [criterion(random), criterion(random)] } }
  })
  return { all: random() < 0.4 ? [wherever(random), ...criteria] : criteria }
}

/** So many products, each as a data file would write who can have it. */
export function marketProducts(count: number, seed = 7): readonly Written[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => product(random))
}

export function conditionOf(written: Written, book: Rulebook): Condition {
  const problems: DataProblem[] = []
  const found = parseCondition(written, book.vocabulary, [], (code, path, message) =>
    problems.push({ code, file: 'market', path, message }),
  )
  if (!found || problems.length > 0)
    throw new Error(problems.map(one => `${one.path.join('.')} ${one.message}`).join('\n'))
  return found
}
