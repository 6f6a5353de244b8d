// How well facts and values are understood, on messages whose facts are known: what is stored rightly, stored wrongly, asked,
// or not heard at all. The worst of these is to store something wrong without a word.
import { CONFIDENCE_USABLE, type Context, extract, type Knowledge, readAnswer } from '#bot'
import type { FactDefinition, FactId } from '#engine'
import type { FactCase, Meant } from './fact-set.ts'
import { writtenValue } from './written-value.ts'

export type FaultKind = 'wrong' | 'extra' | 'missed' | 'asked' | 'not-asked'

/** One expression that was not understood as meant. */
export interface Fault {
  readonly kind: FaultKind
  readonly line: number
  readonly text: string
  readonly fact: FactId
  /** what was meant and what was heard, in the short form; `?` for asking, `-` for nothing */
  readonly meant: string
  readonly heard: string
}

export interface FactScore {
  readonly messages: number
  readonly facts: number
  /** of what was stored, how much was meant; of what was meant, how much was stored; 0…1 */
  readonly precision: number
  readonly recall: number
  readonly answers: number
  /** of the answers: as meant, asking included; stored with a wrong value. What lies between was asked again */
  readonly right: number
  readonly silentlyWrong: number
  readonly faults: readonly Fault[]
}

interface Heard {
  readonly stored: ReadonlyMap<FactId, string>
  readonly asked: ReadonlySet<FactId>
}

type Setting = Pick<Knowledge, 'lexicon' | 'rulebook'> & { readonly today: number }

function definition({ rulebook }: Setting, id: FactId): FactDefinition {
  const found = rulebook.facts.get(id)
  if (!found) throw new RangeError(`no fact is called ${id}`)
  return found
}

/** What the bot would store of a message and what it would ask about. */
function hear(setting: Setting, one: FactCase): Heard {
  const context: Context = {
    today: setting.today,
    pending: one.pending,
    language: /\p{Script=Han}/u.test(one.text) ? 'zh' : 'en',
  }
  const { found, unclear } = extract(setting.lexicon, one.text, context)
  const stored = new Map<FactId, string>()
  const asked = new Set<FactId>(unclear.map(each => each.fact))
  for (const each of found) {
    if (each.confidence < CONFIDENCE_USABLE) asked.add(each.fact)
    else stored.set(each.fact, writtenValue(definition(setting, each.fact), each.value, setting.today))
  }
  const only = one.answer ?? (one.pending.length === 1 ? one.pending[0] : undefined)
  if (only === undefined || stored.size > 0 || unclear.length > 0) return { stored, asked }
  const fact = definition(setting, only)
  const reading = readAnswer(setting.lexicon, fact, one.text, context)
  if (reading.is === 'value') stored.set(only, writtenValue(fact, reading.value, setting.today))
  else asked.add(only)
  return { stored, asked }
}

const EMPTY = '-'

function faultsOf(one: FactCase, heard: Heard): readonly Fault[] {
  const fault = (kind: FaultKind, fact: FactId, meant: string, said: string): Fault => {
    return { kind, line: one.line, text: one.text, fact, meant, heard: said }
  }
  const faults: Fault[] = []
  for (const { fact, value, optional } of one.meant) {
    const stored = heard.stored.get(fact)
    if (optional) continue
    if (value === undefined && stored !== undefined) faults.push(fault('wrong', fact, '?', stored))
    else if (value === undefined && !heard.asked.has(fact)) faults.push(fault('not-asked', fact, '?', EMPTY))
    else if (value !== undefined && stored === undefined)
      faults.push(fault(heard.asked.has(fact) ? 'asked' : 'missed', fact, value, heard.asked.has(fact) ? '?' : EMPTY))
    else if (value !== undefined && stored !== value && !allowed(one.meant, fact, stored))
      faults.push(fault('wrong', fact, value, stored ?? EMPTY))
  }
  for (const [fact, stored] of heard.stored) {
    const required = one.meant.some(each => each.fact === fact && !each.optional)
    if (!required && !allowed(one.meant, fact, stored)) faults.push(fault('extra', fact, EMPTY, stored))
  }
  return faults
}

const allowed = (meant: readonly Meant[], fact: FactId, stored: string | undefined): boolean =>
  meant.some(each => each.fact === fact && each.optional && each.value === stored)

interface Tally {
  readonly stored: number
  readonly wrong: number
  readonly meant: number
  readonly kept: number
}

/** One message in numbers; what may be taken or left counts for precision only. */
function tally(one: FactCase, heard: Heard, faults: readonly Fault[]): Tally {
  const required = one.meant.filter(each => !each.optional && each.value !== undefined)
  return {
    stored: heard.stored.size,
    wrong: faults.filter(({ kind }) => kind === 'wrong' || kind === 'extra').length,
    meant: required.length,
    kept: required.filter(each => !faults.some(fault => fault.fact === each.fact)).length,
  }
}

const sum = (list: readonly Tally[], of: keyof Tally): number => list.reduce((total, each) => total + each[of], 0)

/** A part of a whole, 0…1; of nothing, `none`. */
const share = (part: number, whole: number, none: number): number => (whole === 0 ? none : part / whole)

/** Scores a set of messages and answers; throws RangeError for a fact that does not exist. */
export function evaluateFacts(setting: Setting, cases: readonly FactCase[]): FactScore {
  for (const { meant, pending } of cases)
    for (const id of [...pending, ...meant.map(each => each.fact)]) definition(setting, id)
  const judged = cases.map(one => {
    const heard = hear(setting, one)
    const faults = faultsOf(one, heard)
    return { one, faults, tally: tally(one, heard, faults) }
  })
  const messages = judged.filter(each => each.one.answer === undefined).map(each => each.tally)
  const answers = judged.filter(each => each.one.answer !== undefined)
  const wrong = answers.filter(each => each.tally.wrong > 0).length
  const right = answers.filter(each => each.faults.length === 0).length
  const stored = sum(messages, 'stored')
  return {
    messages: messages.length,
    facts: sum(messages, 'meant'),
    precision: share(stored - sum(messages, 'wrong'), stored, 1),
    recall: share(sum(messages, 'kept'), sum(messages, 'meant'), 1),
    answers: answers.length,
    right: share(right, answers.length, 1),
    silentlyWrong: share(wrong, answers.length, 0),
    faults: judged.flatMap(each => each.faults),
  }
}
