// Puts understood values into the dossier, or asks when they are unclear, out of bounds or against what was said before.
// Nothing below the confidence policy is ever stored.
import {
  type Answer,
  type FactDefinition,
  type FactId,
  type FactValue,
  isNumeric,
  isRange,
  type Reading,
  record,
  toNumber,
  withinBounds,
} from '#engine'
import { field, type Line, text } from '../card.ts'
import type { Extraction } from '../language/index.ts'
import { answerText, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'

/** At or above: stored and echoed. Between the two: stored as approximate, echoed with "约". Below: asked. */
export const CONFIDENCE_SURE = 0.85
export const CONFIDENCE_USABLE = 0.6

export interface Taken {
  /** facts that were stored, in the order found */
  readonly stored: readonly FactId[]
  /** values that need a yes before they are stored */
  readonly doubtful: readonly { readonly fact: FactId; readonly choices: readonly FactValue[] }[]
  /** what to tell before the next question */
  readonly lines: readonly Line[]
}

const ends = (value: FactValue): readonly [number, number] | undefined =>
  typeof value === 'number' ? [value, value] : isRange(value) ? [value.low, value.high] : undefined

/** The fact that a value contradicts: it would exceed what it is part of, or push a share over its limit. */
export function contradiction(turn: Turn, fact: FactDefinition, value: FactValue): FactId | undefined {
  const span = ends(value)
  if (!span) return undefined
  const { facts } = turn.knowledge.rulebook
  const known = (id: FactId) =>
    Object.hasOwn(turn.case.answers, id) ? ends(turn.case.answers[id]?.value ?? false) : undefined
  const whole = fact.notAbove === undefined ? undefined : known(fact.notAbove)
  if (fact.notAbove !== undefined && whole && span[0] > whole[1]) return fact.notAbove
  for (const part of facts.values()) {
    const mine = part.notAbove === fact.id ? known(part.id) : undefined
    if (mine && mine[0] > span[1]) return part.id
  }
  return shareOverLimit(turn, fact, value)
}

/** A share computed from this value that would leave its own bounds: R&D above revenue. */
function shareOverLimit(turn: Turn, fact: FactDefinition, value: FactValue): FactId | undefined {
  const { facts, derivations } = turn.knowledge.rulebook
  const trial: Reading = turn.readingOf(
    record(turn.case.answers, fact.id, { value, source: 'stated', at: turn.incoming.at }),
  )
  for (const share of facts.values()) {
    if (share.type !== 'percent' || typeof share.max !== 'number' || Object.hasOwn(turn.case.answers, share.id))
      continue
    const expression = derivations.get(share.id)?.find(one => one.facts.includes(fact.id))
    const computed = expression?.evaluate(trial)
    if (computed?.is !== 'range' || computed.lacks.length > 0 || toNumber(computed.low) <= share.max) continue
    return expression?.facts.find(other => other !== fact.id)
  }
  return undefined
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

type Found = Extraction['found'][number]

function takeOne(
  turn: Turn,
  found: Found,
  fact: FactDefinition,
  taken: { stored: FactId[]; doubtful: Taken['doubtful'][number][]; lines: Line[] },
): void {
  // contact data is kept only once the owner has chosen to be put in touch with somebody
  if (fact.personal && !turn.case.goal) {
    taken.lines.push(text(turn.t('personal.later', { fact: turn.w(fact.title) })))
    return
  }
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
  const against = contradiction(turn, fact, found.value)
  if (against) {
    taken.lines.push(
      text(
        turn.t('problem.contradiction', {
          fact: turn.w(fact.title),
          other: title(turn, against),
          value: answerText(turn, against),
        }),
      ),
    )
    taken.doubtful.push({ fact: fact.id, choices: [found.value] })
    return
  }
  store(turn, fact.id, found.value, 'stated', found.approximate && isNumeric(fact.type))
  taken.stored.push(fact.id)
}

/** Takes everything an extraction found. */
export function take(turn: Turn, extraction: Extraction): Taken {
  const taken = { stored: [] as FactId[], doubtful: [] as Taken['doubtful'][number][], lines: [] as Line[] }
  for (const found of extraction.found) {
    const fact = turn.knowledge.rulebook.facts.get(found.fact)
    if (fact) takeOne(turn, found, fact, taken)
  }
  for (const unclear of extraction.unclear) {
    if (taken.stored.includes(unclear.fact)) continue
    taken.lines.push(text(turn.t(`problem.${unclear.problem}`, { fact: title(turn, unclear.fact) })))
    if (unclear.candidates.length > 0) taken.doubtful.push({ fact: unclear.fact, choices: unclear.candidates })
  }
  return { ...taken, lines: [...echo(turn, taken.stored), ...taken.lines] }
}
