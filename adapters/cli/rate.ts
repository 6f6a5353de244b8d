// `yinqi rate` and `yinqi match`: a company's facts in, its ratings or matches out, as text or JSON.

import { type Description, describe, limitText, ownText, toText } from '#bot'
import { type Exact, type Finding, type Rating, showQuantity, toNumber, UNITS_PER_POINT } from '#engine'
import type { AmountRange, Offer, Refusal } from '#matching'
import { loadData } from '../files/load.ts'
import { instantOf, readFactsFile } from './input.ts'
import { print } from './print.ts'
import { waysOf } from './ways-json.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
  readonly at?: string
}

function prepare(file: string, options: Options) {
  const { knowledge } = loadData()
  const at = instantOf(options.at, new Date())
  const language = options.english ? ('en' as const) : ('zh' as const)
  const showing = { knowledge, language }
  return { showing, described: describe(knowledge, readFactsFile(file, knowledge.rulebook, at), at, language) }
}

const points = (range: { low: number; high: number }) => ({
  low: range.low / UNITS_PER_POINT,
  high: range.high / UNITS_PER_POINT,
})

function ratingJson(rating: Rating) {
  return {
    model: rating.model.id,
    version: rating.model.version,
    mark: rating.model.source.mark,
    applies: rating.applies.is,
    stages: rating.stages.map(stage => stage.id),
    score: points(rating.score),
    grades: rating.grades,
    passes: rating.model.pass ? rating.passes.is : undefined,
    knockouts: rating.knockouts.map(({ knockout, verdict }) => ({ id: knockout.id, is: verdict.is })),
    dimensions: rating.dimensions.map(one => ({
      id: one.dimension.id,
      ...points(one),
      max: one.max / UNITS_PER_POINT,
    })),
    parts: rating.partials.map(one => ({
      id: one.characteristic.id,
      ...points(one),
      max: one.max / UNITS_PER_POINT,
      source: one.characteristic.source,
      lacks: one.lacks,
    })),
    lacks: rating.lacks,
  }
}

/** `yinqi rate FILE` */
export function rateFile(file: string, options: Options): void {
  const { described } = prepare(file, options)
  if (options.json) print(JSON.stringify(described.ratings.map(ratingJson), null, 2))
  else print(described.ratingCards.map(card => toText({ ...card, buttons: [] })).join('\n\n'))
}

const amountJson = (amount: AmountRange | undefined) => {
  const money = (fen: Exact | undefined) => (fen === undefined ? undefined : showQuantity(toNumber(fen), 'money', 'zh'))
  return (
    amount && {
      low: money(amount.low),
      high: money(amount.high),
      steps: amount.steps.map(step => ({ what: step.what.zh, amount: money(step.amount) })),
    }
  )
}

function groups({ match }: Description, reasons: (findings: readonly Finding[]) => unknown) {
  const offer = (one: Offer) => ({
    product: one.product.id,
    kind: one.product.kind,
    amount: amountJson(one.amount),
    modifiers: one.modifiers.map(by => by.id),
    source: one.product.source,
  })
  const refusal = (one: Refusal) => ({
    product: one.product.id,
    elsewhere: one.elsewhere,
    unwanted: one.unwanted,
    because: reasons(one.verdict.findings),
  })
  return {
    eligible: match.offers.map(offer),
    undecided: match.open.map(one => ({ ...offer(one), lacks: one.lacks, askTheInstitution: one.asks })),
    not: match.refused.map(refusal),
  }
}

/** `yinqi match FILE` */
export function matchFile(file: string, options: Options): void {
  const { described, showing } = prepare(file, options)
  if (!options.json) {
    print(described.matchCards.map(card => toText({ ...card, buttons: [] })).join('\n\n'))
    return
  }
  const reasons = (findings: readonly Finding[]) =>
    findings.map(finding => ({
      what: finding.test.title[showing.language],
      facts: finding.test.facts,
      own: ownText(showing, finding),
      limit: limitText(showing, finding.test),
      source: finding.test.source,
    }))
  const ways = waysOf(showing.knowledge.catalogue, described.reading, described.match)
  print(JSON.stringify({ ...groups(described, reasons), ...ways }, null, 2))
}
