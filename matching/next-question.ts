// What to ask next, if anything: the request that decides most for the effort it costs, among those that can still change a
// grade, a pass or one of the first plans; after that, what would only sharpen the list.
import type { FactDefinition, FactId, Rating, Reading } from '#engine'
import type { Catalogue } from './catalogue.ts'
import { groundOf } from './ground.ts'
import { unsettled } from './lookahead.ts'
import type { Product } from './product.ts'
import { type Prospect, prospectOf } from './prospect.ts'
import { finishing, type Request, requestsOf, widened } from './request.ts'
import type { Candidate } from './weigh.ts'

export interface Question {
  /** asked together; one when there is no natural request for several */
  readonly facts: readonly FactId[]
  readonly request?: string | undefined
  /** undecided products that hang on these facts, those of the best plans first */
  readonly products: readonly Product[]
  /** ratings that hang on them */
  readonly ratings: readonly Rating[]
  /** can it still change a grade, a pass or one of the first plans? Otherwise it only sharpens the list. */
  readonly decides: boolean
  /** about how many requests may still follow, this one included: until all is settled, or else until nothing is open */
  readonly remaining: number
}

export interface QuestionOptions {
  /** facts the owner does not want to tell or does not know */
  readonly skipped: readonly FactId[]
  /** requests a talk opens with, in order, as long as nothing of them was told */
  readonly opening?: readonly string[] | undefined
  /** rating models that are to be settled besides the products */
  readonly models: readonly string[]
  /** never several facts in one request: the fewest facts, and many more turns */
  readonly alone?: boolean
}

/** Where a talk stands: what is proven, and what to ask next. */
export interface Outlook {
  /** proven: whatever the missing answers are, grades, passes and the first plans stay as they are */
  readonly settled: boolean
  /** facts that could still change them, declined ones too */
  readonly open: readonly FactId[]
  readonly question?: Question | undefined
}

/** All facts of an opening request that are still unknown: people tell them in one breath, needed or not. */
function inOneBreath(request: Request, reading: Reading, skipped: readonly FactId[]): readonly FactId[] {
  const open = (fact: FactDefinition) =>
    fact.request === request.key && fact.asked && !Object.hasOwn(reading.dossier, fact.id)
  return [...reading.rulebook.facts.values()]
    .filter(fact => open(fact) && !skipped.includes(fact.id))
    .map(fact => fact.id)
}

/** Of the requests that still may follow, so many are needed: measured by the benchmark of questions. */
const NEEDED_SHARE = 0.63

/** While the place is not known: about so many requests may follow. Measured, too. */
const REQUESTS_AT_START = 14

/** Heaviest first; equal weights keep the order of the vocabulary, so that the talk is the same every time. */
function inOrder(requests: readonly Request[], reading: Reading): Request[] {
  const place = ({ facts: [first] }: Request) => reading.rulebook.facts.get(first ?? '')?.place ?? 0
  return [...requests].sort((a, b) => b.weight - a.weight || place(a) - place(b))
}

/** A sentence names its facts in the order of the vocabulary, whatever each is worth. */
function inTalkOrder(facts: readonly FactId[], reading: Reading): readonly FactId[] {
  const place = (fact: FactId) => reading.rulebook.facts.get(fact)?.place ?? 0
  return [...facts].sort((a, b) => place(a) - place(b))
}

/** The natural request that all of several facts belong to. */
function homeOf(facts: readonly FactId[], reading: Reading): string | undefined {
  const [home, ...others] = new Set(facts.map(fact => reading.rulebook.facts.get(fact)?.request))
  return facts.length > 1 && others.length === 0 ? home : undefined
}

function asQuestion(
  facts: readonly FactId[],
  reading: Reading,
  candidates: ReadonlyMap<FactId, Candidate>,
  prospect: Prospect,
  open: number,
): Question {
  const hanging = facts.flatMap(fact => candidates.get(fact) ?? [])
  const products = [...new Set(hanging.flatMap(candidate => [...candidate.products]))]
  const first = (product: Product) => (prospect.hanging.has(product) ? 0 : prospect.standing.has(product) ? 1 : 2)
  return {
    facts,
    request: homeOf(facts, reading),
    products: products.sort((a, b) => first(a) - first(b)),
    ratings: [...new Set(hanging.flatMap(candidate => [...candidate.ratings]))],
    decides: hanging.some(candidate => candidate.decides),
    remaining: 1 + Math.round((open - 1) * NEEDED_SHARE),
  }
}

/**
 * The proof alone: whatever the answers still missing are, grades and passes of these models and the first plans stay as
 * they are.
 */
export function isSettled(catalogue: Catalogue, reading: Reading, models: readonly string[]): boolean {
  const { always, place } = catalogue.need
  const placed = !always.includes(place) || Object.hasOwn(reading.dossier, place)
  if (!placed || models.some(id => unsettledBy(reading.rating(id)))) return false
  return prospectOf(catalogue, reading).settled
}
const unsettledBy = (rating: Rating | undefined): boolean => rating !== undefined && unsettled(rating)

/** Where the talk stands: whether grades and first plans are proven, what could change them, and what to ask next. */
export function outlookOf(catalogue: Catalogue, reading: Reading, options: QuestionOptions): Outlook {
  const { skipped, opening = [], models } = options
  const { place, always } = catalogue.need
  // before the place is known everything hangs on everything, and what everybody is asked comes first anyway
  const placed = !always.includes(place) || Object.hasOwn(reading.dossier, place) || skipped.includes(place)
  const { settled, found, prospect, candidates: all } = groundOf(catalogue, reading, models, placed)
  const candidates = new Map(all)
  const open = [...candidates].flatMap(([fact, { decides }]) => (decides ? [fact] : []))
  for (const fact of skipped) candidates.delete(fact)
  const deciding = new Map([...candidates].filter(([, candidate]) => candidate.decides))
  const left = deciding.size > 0 ? deciding : candidates
  const { alone = false } = options
  const asking = { candidates: left, reading, likelihood: catalogue.likelihood }
  const nothingSure = placed && !alone && found.offers.length === 0
  const strokes = nothingSure ? finishing(asking, found.open, prospect.standing) : []
  const homes = requestsOf(asking, alone)
  const ordered = inOrder([...homes, ...strokes], reading)
  const told = (key: string) =>
    [...reading.rulebook.facts.values()].some(fact => fact.request === key && Object.hasOwn(reading.dossier, fact.id))
  const opens = opening.filter(key => !told(key)).flatMap(key => ordered.find(one => one.key === key) ?? [])[0]
  const first = opens ?? ordered[0]
  if (!first) return { settled, open }
  // whoever is asked for what everybody tells says the rest of it in the same breath
  const whole = opens !== undefined || first.facts.some(fact => always.includes(fact))
  const together = whole && !alone ? inOneBreath(first, reading, skipped) : []
  const facts = together.length > 0 ? together : inTalkOrder(alone ? first.facts : widened(asking, first), reading)
  return {
    settled,
    open,
    question: asQuestion(facts, reading, candidates, prospect, placed ? homes.length : REQUESTS_AT_START),
  }
}

/** The next question, or undefined when no answer can change anything any more. */
export function nextQuestion(catalogue: Catalogue, reading: Reading, options: QuestionOptions): Question | undefined {
  return outlookOf(catalogue, reading, options).question
}
