// `yinqi nlu evaluate` on values and facts: our own sets of messages, and the specifications of Recognizers-Text. Prints the
// figures and every expression that was not understood as meant.
import { dayInChina } from '#bot'
import { dayOf } from '#engine'
import { loadData } from '../files/load.ts'
import { evaluateFacts, type Fault } from '../nlp/evaluate-facts.ts'
import { isFactSet, parseFactSet } from '../nlp/fact-set.ts'
import { evaluateSpecs, parseSpecs } from '../nlp/recognizers-specs.ts'
import { InputFault } from './input.ts'

const percent = (share: number): string => (Number.isNaN(share) ? '—' : `${(share * 100).toFixed(1)} %`)

const faultText = ({ kind, line, text, fact, meant, heard }: Fault): string =>
  `  ${kind.padEnd(9)} ${String(line).padStart(4)}  ${text.replaceAll('\n', ' ⏎ ')}  →  ${fact}: meant ${meant}, heard ${heard}`

function print(figures: readonly (readonly [string, string])[], faults: readonly Fault[]): string {
  const width = Math.max(...figures.map(([what]) => what.length))
  const order = ['wrong', 'extra', 'not-asked', 'missed', 'asked']
  const sorted = faults.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.line - b.line)
  return [...figures.map(([what, figure]) => `${what.padEnd(width)}  ${figure}`), ...sorted.map(faultText)].join('\n')
}

/** The result as text or JSON, or undefined when the content is neither form. Throws InputFault for an unknown fact. */
export function evaluateValues(content: string, json: boolean): string | undefined {
  const specs = parseSpecs(content)
  const today = dayInChina(new Date().toISOString())
  if (specs) {
    const { faults, ...score } = evaluateSpecs(specs, today)
    if (json) return JSON.stringify({ ...score, faults })
    const figures: [string, string][] = [
      ['expressions', `${score.expressions}, ${score.leftOut} of other kinds left out`],
      ['as meant', percent(score.right)],
      ['another value', percent(score.wrong)],
    ]
    return print(figures, faults)
  }
  if (!isFactSet(content)) return undefined
  const set = parseFactSet(content)
  const { knowledge } = loadData()
  try {
    const day = (set.day === undefined ? undefined : dayOf(set.day)) ?? today
    const { faults, ...score } = evaluateFacts({ ...knowledge, today: day }, set.cases)
    if (json) return JSON.stringify({ ...score, faults })
    const figures: [string, string][] = [
      ['messages', `${score.messages} with ${score.facts} facts`],
      ['precision: of what was stored, meant', percent(score.precision)],
      ['recall: of what was meant, stored', percent(score.recall)],
      ['answers to one question', String(score.answers)],
      ['as meant, asking included', percent(score.right)],
      ['stored with a wrong value', percent(score.silentlyWrong)],
    ]
    return print(figures, faults)
  } catch (fault) {
    if (fault instanceof RangeError) throw new InputFault(fault.message)
    throw fault
  }
}
