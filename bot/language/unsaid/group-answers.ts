// Answers to several questions at once: 都没有 to a row of yes-or-no questions, 2 15 0 to a row of counts. They hold only
// where the text says nothing else, for otherwise nobody knows which word answers which question.
import type { FactDefinition } from '#engine'
import { isWish } from '../scene/claims.ts'
import type { Found, Harvest } from '../scene/found.ts'
import type { Scene } from '../scene/scene.ts'
import { suits, withinBounds } from '../values/fit.ts'
import { mayBeZero } from './zeros.ts'

const GROUP_MIN = 2
const ALL_DENIED = 0.9
const IN_ORDER = 0.75
const NONE_OF_THEM =
  /^(?:这些|这几[个项样]|以上|上面(?:说的)?|您?说的|前面(?:说的)?|都|全|统统|通通|一[个样项]|也|从来?|一直|目前|暂时|还|没有|没|无|不是|是|的|过|了|呢|啊|哦|[，。！, .!]|none(?: of (?:them|these|those|the above))?|no|not at all|never|nothing|neither)+$/i
const DENIES = /没|无|不是|no|never|neither/i
const BETWEEN_NUMBERS = /[\s，、,;；/和个件项人名.。]/g

/** What a text says to all the facts that are asked for, when it says only that. */
export function readGroupAnswers(scene: Scene): Harvest {
  const asked = scene.context.pending.flatMap(id => {
    const fact = scene.lexicon.facts.get(id)
    return fact ? [fact] : []
  })
  const found = asked.length < GROUP_MIN ? [] : [...noneOfThem(scene, asked), ...inOrder(scene, asked)]
  return { found, unclear: [] }
}

function finding(scene: Scene, fact: FactDefinition, value: boolean | number, confidence: number, why: string): Found {
  return { fact: fact.id, value, confidence, approximate: false, why, span: [0, scene.text.length] }
}

/** 都没有: no to every flag, nothing of everything counted; a wish or a choice among them makes it unclear. */
function noneOfThem(scene: Scene, asked: readonly FactDefinition[]): readonly Found[] {
  if (!NONE_OF_THEM.test(scene.masked) || !DENIES.test(scene.masked)) return []
  const canBeNone = (fact: FactDefinition): boolean =>
    !isWish(fact) && ['flag', 'count', 'money'].includes(fact.type) && mayBeZero(scene, fact)
  if (!asked.every(canBeNone)) return []
  return asked.map(fact => finding(scene, fact, fact.type === 'flag' ? false : 0, ALL_DENIED, 'none of what was asked'))
}

const isAllowed = (scene: Scene, fact: FactDefinition, value: number): boolean =>
  Number.isSafeInteger(value) &&
  withinBounds(fact, { is: 'value', value, approximate: false }, scene.context.today).is === 'value'

/** 2 15 0: as many bare counts as were asked for, in the order of the question. */
function inOrder(scene: Scene, asked: readonly FactDefinition[]): readonly Found[] {
  const numbers = scene.mentions
  if (numbers.length !== asked.length || !asked.every(fact => fact.type === 'count')) return []
  const rest = numbers.reduceRight((text, each) => text.slice(0, each.start) + text.slice(each.end), scene.masked)
  if (rest.replace(BETWEEN_NUMBERS, '') !== '') return []
  const exact = numbers.every(
    (each, i) =>
      asked[i] && each.low === each.high && suits(asked[i], each) > 0 && isAllowed(scene, asked[i], each.low),
  )
  if (!exact) return []
  return asked.map((fact, i) => finding(scene, fact, numbers[i]?.low ?? 0, IN_ORDER, 'in the order asked'))
}
