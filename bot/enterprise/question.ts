// Asking an enterprise: the most decisive open question, a question again, or a yes on a doubtful value.
import type { FactDefinition, FactId, FactValue } from '#engine'
import { type Outlook, outlookOf, type Question } from '#matching'
import { type Button, type Line, text } from '../card.ts'
import { questionCard } from '../cards/question.ts'
import { press } from '../press.ts'
import { modelsFor } from '../ratings.ts'
import { showCandidate, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'

/**
 * Where the talk stands, with the next question for the case as it is. Facts in `justAsked` wait one round when something
 * else that decides can be asked: who answers beside the point is not asked the same thing twice in a row.
 */
export function outlookFor(turn: Turn, justAsked: readonly FactId[] = []): Outlook {
  const { catalogue, script } = turn.knowledge
  const { skipped } = turn.case
  const models = modelsFor(turn.knowledge, turn.reading)
  const next = (without: readonly FactId[]) =>
    outlookOf(catalogue, turn.reading, {
      skipped: [...skipped, ...without],
      models,
      opening: script.opening,
    })
  const outlook = next([])
  const { question } = outlook
  if (!question?.facts.some(fact => justAsked.includes(fact))) return outlook
  const other = next(justAsked).question
  return other && other.decides === question.decides ? { ...outlook, question: other } : outlook
}

/** The next question for the case as it is, or undefined when no answer changes anything. */
export const questionFor = (turn: Turn): Question | undefined => outlookFor(turn).question

/** A value that waits for a yes, or for a choice among its readings. */
export interface Doubt {
  readonly fact: FactId
  readonly choices: readonly FactValue[]
  /** the earlier answer it does not agree with: that one may be wrong instead */
  readonly against?: FactId | undefined
}

/** Asks for a yes on values that are not certain enough to store, the first one first. */
export function askDoubt(turn: Turn, before: readonly Line[], doubts: readonly Doubt[]): void {
  const [first] = doubts
  if (!first) return
  turn.update({
    pending: {
      kind: 'confirm',
      values: doubts.map(({ fact, choices, against }) => ({
        fact,
        choices: [...choices],
        ...(against === undefined ? {} : { against }),
      })),
      failures: 0,
    },
  })
  const readings = first.choices.map(choice => showCandidate(turn, first.fact, choice))
  const choices = readings.map((reading, index): Button[] => [{ text: reading, press: press('v', String(index)) }])
  const other: Button[][] =
    first.against === undefined
      ? []
      : [[{ text: turn.t('button.other-wrong', { fact: title(turn, first.against) }), press: press('vo') }]]
  const words = turn.t(readings.length === 1 ? 'confirm.one' : 'confirm.several', {
    fact: title(turn, first.fact),
    value: readings.join(' / '),
  })
  turn.say({
    lines: [...before, text(words)],
    buttons: [...choices, ...other, [{ text: turn.t('button.none-of-these'), press: press('vn') }]],
  })
}

/**
 * Of several facts the one to ask alone: not yet told, with buttons if there is one. Never a name or other free text while
 * anything else is left, for then whatever comes next might be taken for it.
 */
export function oneOf(turn: Turn, facts: readonly FactDefinition[]): FactId | undefined {
  if (facts.length < 2) return undefined
  const { optionsInline } = turn.knowledge.script.limits
  const hasButtons = (fact: FactDefinition) =>
    fact.type === 'flag' ||
    Object.hasOwn(turn.knowledge.script.quick, fact.id) ||
    (fact.options && Object.keys(fact.options).length <= optionsInline)
  const isNamed = (fact: FactDefinition) => fact.type === 'text' || fact.type === 'company'
  const open = facts.filter(fact => !isNamed(fact) && !Object.hasOwn(turn.case.answers, fact.id))
  return (open.find(hasButtons) ?? open[0])?.id
}

/** The facts really asked: one of them, for an owner who wants one at a time. */
function asked(turn: Turn, facts: readonly FactId[]): readonly FactId[] {
  if (!turn.case.singly || facts.length < 2) return facts
  const one = oneOf(
    turn,
    facts.flatMap(id => turn.knowledge.rulebook.facts.get(id) ?? []),
  )
  return one === undefined ? facts.slice(0, 1) : [one]
}

/** Asks these facts and waits for them; `note` says why, and how much may still follow. */
export function ask(
  turn: Turn,
  before: readonly Line[],
  wanted: readonly FactId[],
  request?: string,
  note?: string,
): void {
  const facts = asked(turn, wanted)
  const [only] = facts
  const several =
    facts.length === 1 && only !== undefined && turn.knowledge.rulebook.facts.get(only)?.type === 'choices'
  const slot = several ? `choices.${turn.incoming.eventId}` : undefined
  turn.update({
    pending: {
      kind: 'ask',
      facts: [...facts],
      failures: 0,
      ...(request === undefined ? {} : { request }),
      ...(slot === undefined ? {} : { slot }),
    },
  })
  turn.say(questionCard(turn, before, facts, request, note), slot)
}
