// A text as the answer to what was asked: the one fact that is waited for, or, when several were asked together, the one it
// can only belong to. What two of them could take belongs to neither.
import { type FactDefinition, type FactId, isNumeric, withinBounds } from '#engine'
import { type Line, text } from '../card.ts'
import { type Extraction, extract, readAnswer } from '../language/index.ts'
import type { Turn } from '../turn-state.ts'
import { askAgain, carryOn } from './carry-on.ts'
import { ask, askDoubt, oneOf } from './question.ts'
import { echo, store } from './record.ts'

/** A longer text is no lone option. */
const OPTION_LENGTH_MAX = 8

function askedFacts(turn: Turn): readonly FactDefinition[] {
  const { pending } = turn.case
  const asked = pending?.kind === 'ask' ? pending.facts : []
  return asked.flatMap(id => turn.knowledge.rulebook.facts.get(id) ?? [])
}

function read(turn: Turn, fact: FactDefinition, words: string) {
  const context = { today: turn.today, pending: [fact.id], language: turn.language }
  return readAnswer(turn.knowledge.lexicon, fact, words, context)
}

/** Free text is what is waited for: a name, an address, a time. Whatever comes is the answer. */
export function waitsForWords(turn: Turn): boolean {
  const [fact, ...more] = askedFacts(turn)
  return fact?.type === 'text' && more.length === 0
}

/** 我姓陈，139…: the telephone number told beside a name or a time. */
function numbersBeside(turn: Turn, asked: FactDefinition, words: string): Extraction['found'] {
  const { lexicon, rulebook } = turn.knowledge
  const context = { today: turn.today, pending: [asked.id], language: turn.language }
  return extract(lexicon, words, context).found.filter(each => rulebook.facts.get(each.fact)?.type === 'phone')
}

function readOne(turn: Turn, fact: FactDefinition, words: string): boolean {
  const found = read(turn, fact, words)
  if (found.is === 'value') {
    if (!withinBounds(fact, found.value, turn.today)) {
      askAgain(turn, [text(turn.t('problem.out-of-bounds', { fact: turn.w(fact.title) }))])
      return true
    }
    store(turn, fact.id, found.value, 'stated', found.approximate && isNumeric(fact.type))
    const beside = fact.type === 'text' ? numbersBeside(turn, fact, words) : []
    for (const each of beside) store(turn, each.fact, each.value)
    carryOn(turn, echo(turn, [fact.id, ...beside.map(each => each.fact)]))
    return true
  }
  if (found.code === 'no-value' || found.code === 'not-an-option') return false
  const lines: Line[] = [text(turn.t(`problem.${found.code}`, { fact: turn.w(fact.title) }))]
  if (found.candidates.length > 0) askDoubt(turn, lines, [{ fact: fact.id, choices: found.candidates }])
  else askAgain(turn, lines)
  return true
}

/** A ready answer was pressed: read like a typed one, so that both ways give the same value. */
export function answerQuick(turn: Turn, id: FactId, index: number): boolean {
  const fact = turn.knowledge.rulebook.facts.get(id)
  const words = turn.knowledge.script.quick[id]?.[index]
  return fact !== undefined && words !== undefined && readOne(turn, fact, turn.w(words))
}

/** "A": the one of the asked choices that has such an option. */
function readOption(turn: Turn, facts: readonly FactDefinition[], words: string): boolean {
  if (words.length > OPTION_LENGTH_MAX) return false
  const fitting = facts.flatMap(fact => {
    const found = fact.type === 'choice' ? read(turn, fact, words) : undefined
    return found?.is === 'value' ? [{ fact, value: found.value }] : []
  })
  const [only] = fitting
  if (!only || fitting.length > 1) return false
  store(turn, only.fact.id, only.value)
  carryOn(turn, echo(turn, [only.fact.id]))
  return true
}

/** Reads the text as an answer to what is waited for; false when it is none. */
export function readAsked(turn: Turn, words: string): boolean {
  const facts = askedFacts(turn)
  const [first] = facts
  if (!first) return false
  if (facts.length === 1) return readOne(turn, first, words)
  return readOption(turn, facts, words)
}

/**
 * After a text that answered nothing of several things asked together: one of them alone, one with buttons if there is one.
 * A name or other free text is never asked this way, for then whatever comes next might be taken for it.
 */
export function askOneOf(turn: Turn, before: readonly Line[]): boolean {
  const one = oneOf(turn, askedFacts(turn))
  if (one === undefined) return false
  ask(turn, before, [one])
  return true
}
