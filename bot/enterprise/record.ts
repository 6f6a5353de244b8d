// Puts understood values into the dossier, or asks when they are unclear, out of bounds or against what was said before.
// Nothing below the confidence policy is ever stored.
import {
  type Answer,
  type FactDefinition,
  type FactId,
  type FactValue,
  isNumeric,
  isRange,
  record,
  withinBounds,
} from '#engine'
import { field, type Line, text } from '../card.ts'
import type { Extraction } from '../language/index.ts'
import { answerText, showCandidate, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { type Conflict, contradiction } from './contradiction.ts'
import type { Doubt } from './question.ts'

/** At or above usable: stored and echoed, so that it can be corrected; below: asked. What a visitor reports is stored without a question only where it is sure. */
export const CONFIDENCE_SURE = 0.85
export const CONFIDENCE_USABLE = 0.6

export interface Taken {
  /** facts that were stored, in the order found */
  readonly stored: readonly FactId[]
  /** values that need a yes before they are stored */
  readonly doubtful: readonly Doubt[]
  /** what to tell before the next question */
  readonly lines: readonly Line[]
}

/** Stores one value and remembers the order, so that "back" can undo it. */
export function store(
  turn: Turn,
  fact: FactId,
  value: FactValue,
  source: Answer['source'] = 'stated',
  approximate = false,
): void {
  const answer: Answer = { value, source, at: turn.incoming.at, ...(approximate ? { approximate } : {}) }
  const before = turn.case.answers[fact]?.value
  // a rough answer told a second time is all the owner knows: it is not asked a third time
  const rough = before !== undefined && (isRange(value) ? isRange(before) : value === before)
  const skipped = turn.case.skipped.filter(id => id !== fact)
  turn.update({
    answers: record(turn.case.answers, fact, answer),
    trail: [...turn.case.trail.filter(id => id !== fact), fact],
    skipped: rough ? [...skipped, fact] : skipped,
  })
}

/** "已记录" lines for what was stored. */
export function echo(turn: Turn, facts: readonly FactId[]): Line[] {
  if (facts.length === 0) return []
  return [text(turn.t('recorded')), ...facts.map(fact => field(title(turn, fact), answerText(turn, fact)))]
}

/** What does not agree, with both values. */
export function conflictLines(turn: Turn, fact: FactDefinition, value: FactValue, { other, say }: Conflict): Line[] {
  const names = { fact: turn.w(fact.title), other: title(turn, other) }
  return [
    text(turn.t('problem.contradiction', { ...names, why: say ? turn.w(say) : '' }).trim()),
    field(names.other, answerText(turn, other)),
    field(names.fact, showCandidate(turn, fact.id, value)),
  ]
}

type Found = Pick<Extraction['found'][number], 'fact' | 'value' | 'approximate' | 'confidence'>
/** What `take` looks at of an extraction. */
export type Takeable = Pick<Extraction, 'unclear'> & { readonly found: readonly Found[] }

function takeOne(
  turn: Turn,
  found: Found,
  fact: FactDefinition,
  taken: { stored: FactId[]; doubtful: Taken['doubtful'][number][]; lines: Line[] },
): void {
  if (found.confidence < CONFIDENCE_USABLE) {
    // a weak guess is worth a question only when it is what was asked; otherwise it would only interrupt
    const { pending } = turn.case
    if (pending?.kind === 'ask' && pending.facts.includes(fact.id))
      taken.doubtful.push({ fact: fact.id, choices: [found.value] })
    return
  }
  if (!withinBounds(fact, found.value, turn.today)) {
    taken.lines.push(text(turn.t('problem.out-of-bounds', { fact: turn.w(fact.title) })))
    return
  }
  const conflict = contradiction(turn, fact, found.value)
  if (conflict) {
    taken.lines.push(...conflictLines(turn, fact, found.value, conflict))
    taken.doubtful.push({ fact: fact.id, choices: [found.value], against: conflict.other })
    return
  }
  store(turn, fact.id, found.value, 'stated', found.approximate && isNumeric(fact.type))
  taken.stored.push(fact.id)
}

/** Takes everything an extraction found. */
export function take(turn: Turn, extraction: Takeable): Taken {
  const taken = { stored: [] as FactId[], doubtful: [] as Taken['doubtful'][number][], lines: [] as Line[] }
  const unsure: Doubt[] = []
  const later: FactDefinition[] = []
  for (const found of extraction.found) {
    const fact = turn.knowledge.rulebook.facts.get(found.fact)
    // contact data is kept only once the owner has chosen to be put in touch with somebody
    if (fact?.personal && !turn.case.goal) later.push(fact)
    else if (fact) takeOne(turn, found, fact, taken)
  }
  if (later.length > 0) {
    const names = later.map(fact => turn.w(fact.title)).join(turn.comma)
    taken.lines.push(text(turn.t('personal.later', { fact: names })))
  }
  for (const unclear of extraction.unclear) {
    if (taken.stored.includes(unclear.fact)) continue
    taken.lines.push(text(turn.t(`problem.${unclear.problem}`, { fact: title(turn, unclear.fact) })))
    if (unclear.candidates.length > 0) unsure.push({ fact: unclear.fact, choices: unclear.candidates })
  }
  // what was just said to be unclear is asked first: its choices stand right below
  const doubtful = [...unsure, ...taken.doubtful]
  return { stored: taken.stored, doubtful, lines: [...echo(turn, taken.stored), ...taken.lines] }
}
