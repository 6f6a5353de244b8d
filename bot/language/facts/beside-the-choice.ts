// What stands beside the answer to one choice and is no fact of its own: the machines that can be pledged are no trade, the two
// engineers to be hired are no staff, a trade of former years is none.
import type { FactId } from '#engine'
import type { Role } from '../roles.ts'
import type { Found } from '../scene/found.ts'
import { onlyAsked, roleOf, type Scene } from '../scene/scene.ts'

/** By the role that was asked, what its answer seems to tell and does not. */
const NOT_TOLD: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  acquired: ['applications', 'invention'],
  chainRole: ['industry'],
  collateral: ['industry', 'site'],
  founderDegree: ['industry', 'postgraduates', 'doctors'],
  industry: ['coreBuyer', 'pilotStage'],
  kinds: ['purpose'],
  pilotStage: ['industry', 'chainRole', 'conversions', 'purpose'],
  platform: ['founded', 'techStaff'],
  purpose: ['industry', 'techStaff', 'headcount', 'doctors', 'postgraduates', 'pilotStage'],
  stage: ['growth'],
  taxGrade: ['revenue'],
  topics: ['highTech', 'purpose', 'kinds'],
}
const LENGTH_MAX = 40
/** Said as such it is told: 我们做机床的. */
const SAYS_TRADE = /(?:我们?|公司|咱们?)(?:是|主要)?(?:做|搞|生产|专门)|主营|行业|we (?:make|are a|do)\b/
const FORMER = /^(?:我们?|公司|[，, ])*(?:以前|原来|之前|早年|起初|一开始|最早|当年|早先|前几年)(?!就)/
const NOW = /现在|如今|后来|目前|这[几两]年|转(?:做|行|型|到|成)|改(?:做|行|成)|\bnow\b/

/** Whether what was found only stands beside the choice that was asked. */
export function isBesideChoice(scene: Scene, { fact, span, value }: Found): boolean {
  const asked = onlyAsked(scene)
  const role = asked && roleOf(scene, asked)
  if (role === undefined || asked === undefined) return false
  if (fact === asked.id) return role === 'industry' && isFormer(scene, span[0])
  if (scene.masked.length > LENGTH_MAX || SAYS_TRADE.test(scene.masked)) return false
  if (role === 'taxGrade' && value !== 0) return false
  // 厂房租的 tells where the company is
  if (role === 'collateral' && isRole(scene, fact, 'site')) return !/租/.test(scene.masked)
  if (role === 'topics' && /(?:是|评上|拿到|有)(?:了)?(?:国家)?高企/.test(scene.masked)) return false
  return NOT_TOLD[role]?.some(each => isRole(scene, fact, each)) === true
}

const isRole = (scene: Scene, fact: FactId, role: Role): boolean => scene.lexicon.cast.roleOf.get(fact) === role

/** 以前做外贸服装，现在全转做光伏组件了 */
function isFormer(scene: Scene, place: number): boolean {
  const at = scene.clauses.findIndex(clause => clause.start <= place && place < clause.end)
  const clause = scene.clauses[at]
  if (!clause || !FORMER.test(scene.masked.slice(clause.start, clause.end))) return false
  return NOW.test(scene.masked.slice(clause.end))
}
