// Bare numbers in answer to several questions at once: 2 15 0 to a row of counts. They hold only where the text says nothing else,
// for otherwise nobody knows which number answers which question.
import type { FactDefinition } from '#engine'
import type { Found, Harvest } from '../scene/found.ts'
import type { Scene } from '../scene/scene.ts'
import { suits, withinBounds } from '../values/fit.ts'

const GROUP_MIN = 2
const IN_ORDER = 0.75
const NONE_LAST = /没有?$|无$|none$/
const BETWEEN_NUMBERS = /[\s，、,;；/和个件项人名.。]/g

/** What a text says to all the facts that are asked for, when it says only that. */
export function readGroupAnswers(scene: Scene): Harvest {
  const asked = scene.context.pending.flatMap(id => {
    const fact = scene.lexicon.facts.get(id)
    return fact ? [fact] : []
  })
  const found = asked.length < GROUP_MIN ? [] : inOrder(scene, asked)
  return { found, unclear: [] }
}

const isAllowed = (scene: Scene, fact: FactDefinition, value: number): boolean =>
  Number.isSafeInteger(value) &&
  withinBounds(fact, { is: 'value', value, approximate: false }, scene.context.today).is === 'value'

/** So many bare counts in a row tell that they go by the order of the question. */
const IN_A_ROW_MIN = 3
/** 2 15 0: bare counts in the order of the question; the last of what is counted may be left out, and what is not counted denied. */
function inOrder(scene: Scene, asked: readonly FactDefinition[]): readonly Found[] {
  const numbers = scene.mentions
  const counted = asked.filter(fact => fact.type === 'count')
  const isWhole = numbers.length === asked.length && counted.length === asked.length
  if (!isWhole && (numbers.length < IN_A_ROW_MIN || numbers.length > counted.length)) return []
  if (asked.some(fact => fact.type === 'money' || fact.type === 'date')) return []
  const rest = numbers.reduceRight((text, each) => text.slice(0, each.start) + text.slice(each.end), scene.masked)
  if (rest.replace(BETWEEN_NUMBERS, '').replace(NONE_LAST, '') !== '') return []
  return numbers.flatMap((each, i): Found[] => {
    const fact = counted[i]
    const isExact = fact && each.low === each.high && suits(fact, each) > 0 && isAllowed(scene, fact, each.low)
    const why = 'in the order asked'
    return fact && isExact
      ? [
          {
            fact: fact.id,
            value: each.low,
            confidence: IN_ORDER,
            approximate: false,
            why,
            span: [each.start, each.end],
          },
        ]
      : []
  })
}
