// The answer to the only yes-or-no question takes the place of what other readers made of it, and of what they made of the words
// that belong to the answer: 电子信息 names a field that was asked for, and no trade.
import { flagAnswer } from '../choices/flag-answer.ts'
import type { Role } from '../roles.ts'
import type { Found, Harvest } from '../scene/found.ts'
import { roleOf, type Scene } from '../scene/scene.ts'

/** A class, a buyer or a place of work named in an answer says nothing of the company's own trade or of what it pledges. */
const NAMED_BESIDE: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  strategic: ['industry'],
  hightechField: ['industry'],
  coreBuyer: ['industry'],
  site: ['industry', 'collateral'],
  ownCentre: ['techStaff'],
}
/** Whoever answers with a yes or a no tells the own trade only in so many words. */
const OWN_TRADE =
  /(?:我们?|咱们?|公司)[^，。]{0,8}(?:做|搞|干|是|生产|属于)|主营|主要(?:做|生产)|[做搞]|行业|\b(?:we|we're|our) /
const PLEDGED = /押|自有|自己|自建|自购|买/
const ANSWERED = 0.97

/** The harvest with the answer as the question makes it clear. Left open beside other facts, it is asked with a yes and a no. */
export function answeredOnly(scene: Scene, harvest: Harvest): Harvest {
  const answer = flagAnswer(scene)
  if (!answer) return harvest
  const { fact, said } = answer
  const role = roleOf(scene, fact)
  const beside = (role && NAMED_BESIDE[role]) ?? []
  const isBeside = (each: Found): boolean => {
    const other = scene.lexicon.cast.roleOf.get(each.fact)
    if (other === 'industry' && !OWN_TRADE.test(scene.masked)) return true
    return other !== undefined && beside.includes(other) && !(other === 'collateral' && PLEDGED.test(scene.masked))
  }
  const found = harvest.found.filter(each => !isBeside(each) && (said === undefined || each.fact !== fact.id))
  if (said === undefined) return { ...harvest, found }
  const why = `answered: «${scene.text}»`
  const span = [0, scene.text.length] as const
  const unclear = harvest.unclear.filter(each => each.fact !== fact.id)
  if (said !== 'open') {
    const told: Found = { fact: fact.id, value: said, confidence: ANSWERED, approximate: false, why, span }
    return { found: [...found, told], unclear }
  }
  if (found.length === 0) return { found, unclear }
  const doubt = { fact: fact.id, problem: 'not-an-option', candidates: [true, false], span, why: 'left open' } as const
  return { found, unclear: [...unclear, doubt] }
}
