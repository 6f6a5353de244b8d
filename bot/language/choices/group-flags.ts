// Yes or no told beside other things that were asked: whether one is willing (出口额 1200 万，不授权; 有，数据可以看), and whether there is
// any, where that was asked first (有点，去年六十万).
import type { Found } from '../scene/found.ts'
import { roleOf, type Scene, wordsOf } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import { asksWilling, inOwnWords } from './read-flag.ts'

const GROUP_MIN = 2
const CONFIDENCE = 0.86
const REFUSED =
  /(?:不(?:太|怎么)?(?:愿意?|想|肯|同意|方便|能|可以|给|授权|让)(?:给|授权|看|查|开放)*|别(?:看|查)|不(?:看|查)(?:吧|了)?|(?:授权|数据)[^，。；]{0,4}(?:不行|不给|免了|算了|就算了)|\bno data\b|\b(?:rather|would) not\b|\bdon't want\b)(?:了|的|吧)*(?=$|[，。；,; ])/
const AGREED =
  /(?:^|[，。；,; ]|数据|授权|海关|你们)(?:都|也|就|是|看数据|我们?)*(?:愿意|同意|可以|能|行|没问题|随便|ok|给)(?:给|你们|授权|看|查|的|吧|啊)*(?=$|[，。；,; ])|授权(?:没问题|可以|行)|\b(?:sure|fine|you can (?:see|look)|go ahead|happy to)\b/
const LATER = /再说|考虑|看情况|later/

/** 有点出口，不多 */
const YES_FIRST =
  /^(?:我们|公司|也|是)*(?:有(?:的|点|一点|一些|在做)?|做(?:的|点|一点)?|出(?:的|点)?|yes|yeah|yep|a little)(?:出口|外贸|的|啊|呢|吧)*(?=$|[，。；,; ])|^出口(?=[，。；, ](?!不|没))/

/** The first of several things asked is whether there is any, and the first words say so. */
export function readFirstYes(scene: Scene): readonly Found[] {
  const [fact, ...others] = scene.context.pending.flatMap(id => scene.lexicon.facts.get(id) ?? [])
  const head = fact?.type === 'flag' && others.some(each => each.type !== 'flag') ? YES_FIRST.exec(scene.masked) : null
  if (!fact || !head || scene.clauses[0]?.question) return []
  const span = [0, head[0].length] as const
  return [{ fact: fact.id, value: true, confidence: CONFIDENCE, approximate: false, why: 'yes to the first', span }]
}

/** What a clause says in words that only one of the questions makes clear: 三家，一千五百万，按时还的. */
export function readOwnWords(scene: Scene): readonly Found[] {
  const asked = scene.context.pending.flatMap(id => scene.lexicon.facts.get(id) ?? [])
  if (asked.length < GROUP_MIN) return []
  return asked
    .filter(fact => fact.type === 'flag')
    .flatMap((fact): readonly Found[] => {
      for (const clause of scene.clauses) {
        const words = wordsOf(scene, clause).replace(/[，,。；;！! ]+$/, '')
        const said = isTold(clause) && words.length > 2 ? inOwnWords(roleOf(scene, fact), words) : undefined
        if (said !== undefined) {
          const span = [clause.start, clause.end] as const
          const why = `in words of its own: «${words}»`
          return [{ fact: fact.id, value: said, confidence: CONFIDENCE, approximate: false, why, span }]
        }
      }
      return []
    })
}

/** The answer to the only question of will among several that were asked. */
export function readWilling(scene: Scene): readonly Found[] {
  const asked = scene.context.pending.flatMap(id => scene.lexicon.facts.get(id) ?? [])
  const [fact, ...others] = asked.filter(each => each.type === 'flag' && asksWilling(each))
  if (!fact || others.length > 0 || asked.length < GROUP_MIN || LATER.test(scene.masked)) return []
  const refused = REFUSED.exec(scene.masked)
  const said = refused ?? AGREED.exec(scene.masked)
  if (!said || scene.clauses.some(clause => clause.question)) return []
  const span = [said.index, said.index + said[0].length] as const
  const why = `willing or not: «${scene.text.slice(...span)}»`
  return [{ fact: fact.id, value: refused === null, confidence: CONFIDENCE, approximate: false, why, span }]
}
