// Every answer in one place, skipped ones too, each with how well it is founded and a way to change it.
import { type FactId, forget } from '#engine'
import { type Button, type Card, field, head, text } from '../card.ts'
import { optionButtons } from '../cards/question.ts'
import { press } from '../press.ts'
import { answerText, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { carryOn } from './carry-on.ts'
import { dataButtons } from './export-data.ts'
import { ask } from './question.ts'

const CHANGE_BUTTONS_MAX = 24
const FILL_BUTTONS_MAX = 8

function reviewCard(turn: Turn): Card {
  const { facts } = turn.knowledge.rulebook
  const known = [...facts.values()].filter(fact => Object.hasOwn(turn.case.answers, fact.id))
  const skipped = turn.case.skipped.map(fact => title(turn, fact))
  const change = known
    .slice(0, CHANGE_BUTTONS_MAX)
    .map(
      (fact): Button => ({ text: turn.t('button.change', { fact: turn.w(fact.title) }), press: press('e', fact.id) }),
    )
  // what was skipped is shown with a way to tell it after all
  const fill = turn.case.skipped
    .filter(fact => !Object.hasOwn(turn.case.answers, fact) && facts.has(fact))
    .slice(0, FILL_BUTTONS_MAX)
    .map((fact): Button[] => [{ text: turn.t('button.fill', { fact: title(turn, fact) }), press: press('e', fact) }])
  const pairs = change.flatMap((button, index) =>
    index % 2 === 0 ? [[button, ...change.slice(index + 1, index + 2)]] : [],
  )
  return {
    title: turn.t('review.title'),
    lines: [
      ...(known.length === 0 ? [text(turn.t('review.empty'))] : []),
      ...known.map(fact =>
        field(
          turn.w(fact.title),
          `${answerText(turn, fact.id)} · ${turn.t(`source.${turn.case.answers[fact.id]?.source ?? 'stated'}`)}`,
        ),
      ),
      ...(skipped.length > 0 ? [head(turn.t('review.skipped')), text(skipped.join(turn.comma))] : []),
      text(turn.t('review.how')),
    ],
    buttons: [
      ...fill,
      ...pairs,
      [
        { text: turn.t('button.go-on'), press: press('go') },
        { text: turn.t('button.results'), press: press('x') },
      ],
      dataButtons(turn),
    ],
  }
}

export function review(turn: Turn): void {
  turn.say(reviewCard(turn))
}

/** Asks one fact again; the old answer stands until a new one comes. */
export function change(turn: Turn, fact: FactId): void {
  if (turn.knowledge.rulebook.facts.has(fact))
    ask(turn, [text(turn.t('change.now', { fact: title(turn, fact), value: answerText(turn, fact) }))], [fact])
}

/** Undoes the last answer and asks it again. */
export function back(turn: Turn): void {
  const last = turn.case.trail.at(-1)
  if (last === undefined) {
    carryOn(turn, [text(turn.t('back.nothing'))])
    return
  }
  turn.update({ answers: forget(turn.case.answers, last), trail: turn.case.trail.slice(0, -1) })
  ask(turn, [text(turn.t('back.undone', { fact: title(turn, last) }))], [last])
}

/** All options of a fact that has too many for the question card. */
export function listOptions(turn: Turn, id: FactId): void {
  const fact = turn.knowledge.rulebook.facts.get(id)
  if (fact) turn.say({ lines: [text(turn.w(fact.ask))], buttons: optionButtons(turn, fact, true) })
}

/** Leaves the asked facts out; they stay open and can be told any time. */
export function skip(turn: Turn, fact: string): void {
  const { pending } = turn.case
  const facts = fact === '*' ? (pending?.kind === 'ask' ? pending.facts : []) : [fact]
  const known = facts.filter(id => turn.knowledge.rulebook.facts.has(id))
  // without a contact there is nobody to call: skipping it gives the plan up, kindly
  if (turn.case.goal && known.some(id => turn.knowledge.rulebook.facts.get(id)?.personal)) {
    turn.update({ goal: undefined })
    carryOn(turn, [text(turn.t('goal.dropped'))])
    return
  }
  turn.update({ skipped: [...new Set([...turn.case.skipped, ...known])] })
  carryOn(
    turn,
    known.length > 0 ? [text(turn.t('skipped', { facts: known.map(id => title(turn, id)).join(turn.comma) }))] : [],
  )
}
