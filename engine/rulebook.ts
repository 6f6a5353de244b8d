// The rulebook: every fact and every rating model, read from data and cross-checked. Faults are collected from all files
// before anything is refused.

import { compileModel, readModelShape } from './compile-model.ts'
import type { Vocabulary } from './condition.ts'
import type { Answer, Dossier } from './dossier.ts'
import { type Expression, parseExpression } from './expression.ts'
import { bound, type Chapter, chapterSchema, type FactDefinition, type FactId, isNumeric } from './fact.ts'
import type { RatingModel } from './model.ts'
import { cycleOf } from './model-cycles.ts'
import { collect, type DataProblem, type Parsed, readShape } from './problem.ts'
import { rateBy } from './rate.ts'
import type { Rating } from './rating.ts'
import { makeReading, type Reading } from './reading.ts'
import { touchedBy } from './touched.ts'
import type { Words } from './words.ts'

/** A data file as the loader hands it over: parsed, not yet understood. */
export interface DataFile {
  readonly file: string
  readonly content: unknown
}

export interface Rulebook {
  readonly facts: ReadonlyMap<FactId, FactDefinition>
  /** natural requests that ask for several facts at once */
  readonly requests: ReadonlyMap<string, Words>
  readonly derivations: ReadonlyMap<FactId, readonly Expression[]>
  /** all versions of each model, oldest first */
  readonly models: ReadonlyMap<string, readonly RatingModel[]>
  readonly vocabulary: Vocabulary
}

/** The version of a model in force on a day (days since 1970). */
export function modelInForce(rulebook: Rulebook, id: string, day: number): RatingModel | undefined {
  return rulebook.models.get(id)?.findLast(model => model.from <= day && (model.to === undefined || day <= model.to))
}

function rateIn(reading: Reading, id: string): Rating | undefined {
  const model = modelInForce(reading.rulebook, id, reading.today)
  return model && rateBy(model, reading)
}

/** Reads a dossier on a day (days since 1970): values, derived values and ratings. */
export const read = (rulebook: Rulebook, dossier: Dossier, today: number): Reading =>
  makeReading(rulebook, dossier, today, rateIn)

/** The same company on the same day with one answer more, or another one: only what hangs on it is worked out again. */
export function readAlso(reading: Reading, fact: FactId, answer: Answer): Reading {
  const { rulebook, dossier, today } = reading
  return makeReading(rulebook, { ...dossier, [fact]: answer }, today, rateIn, {
    reading,
    touched: touchedBy(rulebook, fact),
  })
}

/** Reads the fact chapters and the models. Every fault of every file is reported at once. */
export function parseRulebook(chapters: readonly DataFile[], models: readonly DataFile[]): Parsed<Rulebook> {
  const problems: DataProblem[] = []
  const facts = new Map<FactId, FactDefinition>()
  const requests = new Map<string, Words>()
  const homes = new Map<FactId, string>()
  for (const { file, content } of chapters) {
    const written = readShape(chapterSchema, content, collect(file, problems))
    if (!written) continue
    readChapter(file, written, { facts, requests, homes }, problems)
  }
  const derivations = new Map<FactId, readonly Expression[]>()
  for (const fact of facts.values()) checkFact(fact, facts, requests, derivations, homes.get(fact.id) ?? '', problems)
  const shapes = models.flatMap(({ file, content }) => {
    const written = readModelShape(file, content, problems)
    return written ? [{ file, written }] : []
  })
  const named = new Map(
    shapes.map(({ written }) => [
      written.id,
      {
        title: written.title,
        grades: written.grades?.list.map(grade => grade.id) ?? [],
        passes: [written.pass, written.directPass, written.gates].some(part => part !== undefined),
      },
    ]),
  )
  const vocabulary: Vocabulary = { facts, models: named }
  const compiled = new Map<string, RatingModel[]>()
  for (const { file, written } of shapes) {
    const versions = compiled.get(written.id) ?? []
    const model = compileModel(file, written, vocabulary, problems)
    if (versions.some(other => other.version === model.version))
      collect(file, problems)('duplicate', ['effectiveFrom'], `${model.id} of ${model.version} is given twice`)
    versions.push(model)
    compiled.set(
      written.id,
      versions.sort((a, b) => a.from - b.from),
    )
  }
  for (const { file, written } of shapes)
    for (const model of compiled.get(written.id)?.filter(one => one.version === written.effectiveFrom) ?? []) {
      const path = cycleOf(model, compiled)
      if (path) collect(file, problems)('cycle', path, `${model.id} would have to be rated before it can be rated`)
    }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { facts, requests, derivations, models: compiled, vocabulary } }
}

interface Gathered {
  readonly facts: Map<FactId, FactDefinition>
  readonly requests: Map<string, Words>
  readonly homes: Map<FactId, string>
}

function readChapter(
  file: string,
  chapter: Chapter,
  { facts, requests, homes }: Gathered,
  problems: DataProblem[],
): void {
  const report = collect(file, problems)
  for (const [key, words] of Object.entries(chapter.requests)) {
    if (requests.has(key)) report('duplicate', ['requests', key], `the request ${key} is given twice`)
    requests.set(key, words)
  }
  for (const [id, fact] of Object.entries(chapter.facts)) {
    const path = ['facts', id]
    if (facts.has(id)) report('duplicate', path, `${id} is also defined in ${homes.get(id)}`)
    const limit = (written: string | number | undefined, key: string) => {
      const value = written === undefined ? undefined : bound(written, fact.type)
      if (written !== undefined && value === undefined)
        report('bad-quantity', [...path, key], `${written} is no ${fact.type}`)
      return value
    }
    const low = fact.typical && limit(fact.typical[0], 'typical')
    const high = fact.typical && limit(fact.typical[1], 'typical')
    const typical = typeof low === 'number' && typeof high === 'number' ? ([low, high] as const) : undefined
    facts.set(id, { ...fact, id, place: facts.size, min: limit(fact.min, 'min'), max: limit(fact.max, 'max'), typical })
    homes.set(id, file)
  }
}

function limitsItself(fact: FactDefinition, facts: ReadonlyMap<FactId, FactDefinition>): boolean {
  const seen = new Set<FactId>()
  let next = fact.notAbove
  while (next !== undefined && next !== fact.id && !seen.has(next)) {
    seen.add(next)
    next = facts.get(next)?.notAbove
  }
  return next === fact.id
}

function checkFact(
  fact: FactDefinition,
  facts: ReadonlyMap<FactId, FactDefinition>,
  requests: ReadonlyMap<string, Words>,
  derivations: Map<FactId, readonly Expression[]>,
  file: string,
  problems: DataProblem[],
): void {
  const report = collect(file, problems)
  const path = ['facts', fact.id]
  const needsOptions = fact.type === 'choice' || fact.type === 'choices'
  if (needsOptions !== (fact.options !== undefined))
    report('shape', [...path, 'options'], `a ${fact.type} ${needsOptions ? 'needs' : 'has no'} options`)
  for (const option of fact.order ?? [])
    if (!fact.options || !Object.hasOwn(fact.options, option))
      report('unknown-option', [...path, 'order'], `${option} is no option of ${fact.id}`)
  if (fact.notAbove !== undefined && facts.get(fact.notAbove)?.type !== fact.type)
    report('unknown-fact', [...path, 'notAbove'], `${fact.notAbove} is no ${fact.type}`)
  if (limitsItself(fact, facts)) report('cycle', [...path, 'notAbove'], `${fact.id} is limited by itself`)
  if (fact.request !== undefined && !requests.has(fact.request))
    report('unknown-name', [...path, 'request'], `no request is called ${fact.request}`)
  if (typeof fact.min === 'number' && typeof fact.max === 'number' && fact.min > fact.max)
    report('date-order', [...path, 'min'], 'min lies above max')
  if (!fact.asked && fact.derive.length === 0)
    report('shape', [...path, 'derive'], 'a fact that is never asked must be derived')
  const found = fact.derive.map((raw, index) => {
    const expression = parseExpression(raw, facts, [...path, 'derive', index], report)
    if (expression && (!isNumeric(fact.type) || expression.kind !== fact.type))
      report('unit-mismatch', [...path, 'derive', index], `a ${fact.type} cannot follow from a ${expression.kind}`)
    return expression
  })
  const known = found.filter(expression => expression !== undefined)
  if (known.length > 0) derivations.set(fact.id, known)
}
