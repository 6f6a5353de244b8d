// Choices answered in bare words, which only the question makes clear: 滨江，软件，2019; 机器值个四百来万，可以押.
import type { FactDefinition } from '#engine'
import type { Found } from '../scene/found.ts'
import type { Scene } from '../scene/scene.ts'
import { denies } from '../text/nothing.ts'
import { leavesOpen } from './left-open.ts'
import { made } from './named-option.ts'
import { readOption, readOptionList } from './read-option.ts'

const NONE = 'none'
const PLAIN = 0.78
/** 机器值个四百来万 */
const WORTH_LAST = /(?:也|还)?(?:值|估值|市价)(?:个|大概|差不多)?[^，。]{1,6}万?$/
/** 可以押, 也能抵: says nothing of what. */
const VERBS_ONLY = /^(?:这个|那个|也|都)*(?:可以|能|行|中|肯|愿意)(?:拿来?)?(?:抵押|质押|押|抵)?(?:的|了|吧)*$/
const CLAUSES_READ_MAX = 10
const WORDS_MAX = 12
const WORDS_MAX_ENGLISH = 48
const ENGLISH = /^[a-z0-9&+' -]+$/i
const TAKEN_BACK = /不|别|没|算了|错|already/

/** Asked for several things at once, people answer in bare words: 滨江，软件，2019. */
export function bareAnswers(scene: Scene, found: readonly Found[]): readonly Found[] {
  const asked = scene.context.pending.flatMap(id => {
    const fact = scene.lexicon.facts.get(id)
    // 研发投入，还有引进人才: where several may hold, what was read already is a part
    const isOpen = fact?.type === 'choices' || (fact?.type === 'choice' && !found.some(each => each.fact === id))
    return fact && isOpen ? [fact] : []
  })
  const short = scene.clauses.slice(0, CLAUSES_READ_MAX).flatMap(({ start, end, question }) => {
    const words = scene.masked.slice(start, end).replace(/[，,。、；;.\s]+$/, '')
    const isLong = words.length > (ENGLISH.test(words) ? WORDS_MAX_ENGLISH : WORDS_MAX)
    return question || words.length < 2 || VERBS_ONLY.test(words) || isLong || /\d/.test(words)
      ? []
      : [{ words, start, end }]
  })
  return asked.flatMap(fact => {
    const answers = short.flatMap(({ words, start, end }) => {
      if (leavesOpen(scene, fact, start, end) || isOfOther(scene, fact, start, end)) return []
      // A 级 answers the first of two grades, 都是 A 级 both
      const isTaken = found.some(each => each.fact !== fact.id && each.span[0] >= start && each.span[0] < end)
      if (isTaken && fact.options?.['B'] !== undefined && !/都|均|两|both/.test(scene.masked)) return []
      const plain = words.replace(WORTH_LAST, '')
      if (fact.type === 'choices' && (denies(plain) || TAKEN_BACK.test(plain))) return []
      const named = fact.type === 'choices' ? readOptionList(fact, plain) : [readOption(fact, words)]
      return named.flatMap(option =>
        option === undefined || option === NONE ? [] : [{ fact, option, start, end, confidence: PLAIN }],
      )
    })
    const [first] = answers
    if (!first) return []
    if (fact.type === 'choices') return [made(scene, first, [...new Set(answers.map(each => each.option))])]
    return answers.length === 1 ? [made(scene, first, first.option)] : []
  })
}

/** 市级企业技术中心: an option of another thing that was asked. */
const isOfOther = (scene: Scene, fact: FactDefinition, start: number, end: number): boolean =>
  scene.signs.some(
    sign =>
      sign.start >= start &&
      sign.end <= end &&
      sign.values.every(
        value => value.is !== 'decoy' && value.fact.id !== fact.id && scene.context.pending.includes(value.fact.id),
      ),
  )
