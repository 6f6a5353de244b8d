// Counts told in parts and in all: 发明买了 3 个，自己申请下来 2 个，共 5 个 are five, and so are 两个发明是买来的，另外三个自己研发. What they
// are in all stands where the first part stood.
import { suits } from './fit.ts'
import type { Mention } from './mention.ts'
import { roleOf, type Scene } from './scene.ts'

const REACH = 32
const NOUN_REACH = 5
const TOTAL_BEFORE = /(?:一共|总共|合计|加起来|拢共|共计?|现在|目前)(?:就|才|有|是)*$/
/** 两位博士，加他一共三位 */
const WITH_ONE = /加上?(?:他|她|我|老板|本人|老总|[一-龥]总)[^，。；\d]{0,3}$/
const BOUGHT = /买|受让|转让来|购入/
const OWN = /自己|自研|自主/

const isCount = (each: Mention): boolean =>
  (each.kind === 'count' || each.kind === 'number') &&
  !each.vague &&
  !each.article &&
  each.low === each.high &&
  each.year === undefined

type Value = Scene['signs'][number]['values'][number]

/** Whether a word names what a number counts, other than everybody. */
const names = (scene: Scene, value: Value, each: Mention): boolean => {
  const role = value.is === 'measure' || value.is === 'fact' ? roleOf(scene, value.fact) : 'headcount'
  return role !== 'headcount' && role !== 'applications' && value.is !== 'decoy' && suits(value.fact, each) > 0.5
}

/** Whether a noun for another thing that is counted stands between two numbers, or right behind the second. */
const isNamed = (scene: Scene, from: Mention, to: Mention): boolean =>
  scene.signs.some(
    ({ start, values }) => start >= from.end && start <= to.end && values.some(value => names(scene, value, to)),
  )

/** Whether the first number stands beside the noun of what it counts. */
const isBesideNoun = (scene: Scene, each: Mention): boolean =>
  scene.signs.some(
    ({ start, end, values }) =>
      end >= each.start - NOUN_REACH && start <= each.end + 1 && values.some(value => names(scene, value, each)),
  )

const inOneSentence = (text: string, a: Mention, b: Mention): boolean =>
  b.start - a.end <= REACH && !/[。！!？?\n；;]/.test(text.slice(a.end, b.start))

/** The number that counts both, or undefined where the second is another thing. */
function allOf(scene: Scene, [a, b, c]: readonly (Mention | undefined)[]): { all: number; used: number } | undefined {
  const { masked } = scene
  if (!a || !b || !isCount(a) || !isCount(b) || !inOneSentence(masked, a, b) || isNamed(scene, a, b)) return undefined
  if (!isBesideNoun(scene, a)) return undefined
  const between = masked.slice(a.end, b.start)
  if (WITH_ONE.test(between.replace(TOTAL_BEFORE, '')) && b.low === a.low + 1) return { all: b.low, used: 1 }
  const told = c && isCount(c) && inOneSentence(masked, b, c) && TOTAL_BEFORE.test(masked.slice(b.end, c.start))
  if (told && c.low === a.low + b.low && !isNamed(scene, b, c)) return { all: c.low, used: 2 }
  const after = masked.slice(b.end, b.end + 8)
  const bought = BOUGHT.test(between) && OWN.test(between + after) && /另外|还有|其他|其余|剩下|自己/.test(between)
  return bought && /[，, ]/.test(between) ? { all: a.low + b.low, used: 1 } : undefined
}

/** The values of a text, parts of one count made one. */
export function inAll(scene: Scene, mentions: readonly Mention[]): readonly Mention[] {
  const made: Mention[] = []
  for (let i = 0; i < mentions.length; i += 1) {
    const each = mentions[i]
    if (!each) continue
    const whole = allOf(scene, mentions.slice(i, i + 3))
    made.push(whole ? { ...each, low: whole.all, high: whole.all } : each)
    i += whole?.used ?? 0
  }
  return made
}
