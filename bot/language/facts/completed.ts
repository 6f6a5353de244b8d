// What the facts of a message imply beyond their own words: 专利三十个，发明十二个，其余是新型 counts the rest too, and
// 去年跟前年都是三千万 speaks of two years.
import { type FactDefinition, isRange } from '#engine'
import type { Role } from '../roles.ts'
import type { Found, UnclearFact } from '../scene/found.ts'
import { clauseOf, factFor, onlyAsked, type Scene } from '../scene/scene.ts'
import { noneGranted } from '../sums/granted.ts'
import { isTold } from '../text/clauses.ts'
import { lendersOf } from '../unsaid/lenders-told.ts'
import { hasFamily, inPeriod } from '../values/periods.ts'
import { restDenied } from './rest-denied.ts'

const RIGHTS: readonly Role[] = ['invention', 'utility', 'design']
const REST =
  /(?:剩下|其余|其他|其它|剩余|余下|另外)(?:的|那些|几[个件项])*(?:都|全|全部|就|也)*(?:是|为)?(?=[^，。；,;\d]{0,4}(发明|实用|新型|外观))|(?:the )?(?:rest|remainder|others?|remaining(?: ones)?)(?: are| is| being)?(?: all)? (?=(invention|utility|design))/
const RIGHT_OF: Readonly<Record<string, Role>> = {
  发明: 'invention',
  实用: 'utility',
  新型: 'utility',
  外观: 'design',
  invention: 'invention',
  utility: 'utility',
  design: 'design',
}
/** Masters alone, not 硕士以上 or 硕博. */
const MASTERS_ALONE = /^«[个名位]?(?:硕士|研究生|masters?|master's degrees?)»/
/** 4 inventions and 1 PCT, side by side: not the one among the other. */
const TOGETHER = /^[a-z ]{0,24}\b(?:and|plus|\+) (?:another |also )?[a-z0-9 ]{0,10}$/
const AMONG = /其中|里面|当中|包括|含|of (?:them|whom|which)|including/
const MORE_KINDS =
  /^[^，。；,;\d]{0,8}(?:[和跟与及、]| and )[^，。；,;\d]{0,4}(?:发明|实用|新型|外观|软著|invention|utility|design)/
const ALL_RESEARCH =
  /^[^，。；,;\d]{0,6}[，, ]?(?:大家|我们)?(?:全|都|全部|清一色|个个)(?:都|部)?(?:是|搞|做|干|在)*(?:研发|技术|开发|写代码|写程序|工程师|程序员|研发人员|技术人员)(?:的|人员|岗)?(?=$|[，。；,; ])/
const WISHES: ReadonlySet<Role> = new Set<Role>(['amount', 'term', 'rate'])
const REST_REACH = 24
const REST_SURE = 0.8
const BOTH_YEARS =
  /(今年|去年|前年|大前年)(?:跟|和|与|、|及|还有|以及)(去年|前年|大前年)(?=[^。；;]{0,16}?(?:都|均|各|差不多|一样))|both (last year) and (the year before)/g
const OFFSETS: Readonly<Record<string, number>> = {
  今年: 0,
  去年: -1,
  前年: -2,
  大前年: -3,
  'last year': -1,
  'the year before': -2,
}
const VALUE_REACH = 30
const IMPLIED_SURE = 0.9

/** The findings of a message with what they leave to be worked out. */
export function completed(scene: Scene, found: readonly Found[], unclear: readonly UnclearFact[]): readonly Found[] {
  return [
    ...ofLoansAsked(scene, found).map(each => withPct(scene, withDoctors(scene, each, found), found)),
    ...noneGranted(scene, found),
    ...restOf(scene, found),
    ...otherYears(scene, found),
    ...pledged(scene, found),
    ...lendersOf(scene, found),
    ...allPatents(scene, found),
    ...noPatents(scene, found),
    ...allResearchers(scene, found),
    ...exporting(scene, found, unclear),
    ...notExporting(scene, found),
    ...noLender(scene, found),
    ...restDenied(scene, found, unclear),
  ]
}

const WISHED = /[想要需缺]|再[贷借]|希望|打算|申请|need|want|borrow|looking/
/** Asked for the loans there are, 税贷一百万，一年期，四个点 tells of them, and of no wish. */
function ofLoansAsked(scene: Scene, found: readonly Found[]): readonly Found[] {
  const { pending } = scene.context
  const { roleOf: roles } = scene.lexicon.cast
  const loan = factFor(scene, 'loanBalance')
  const asksWish = pending.some(id => WISHES.has(roles.get(id) ?? 'headcount'))
  if (!loan || !pending.includes(loan.id) || asksWish || WISHED.test(scene.masked)) return found
  const isTold = found.some(each => each.fact === loan.id)
  return found.flatMap(each => {
    const role = roles.get(each.fact) ?? 'headcount'
    if (!WISHES.has(role)) return [each]
    return role === 'amount' && !isTold ? [{ ...each, fact: loan.id, why: `${each.why}, of the loans asked for` }] : []
  })
}

/** Asked for all patents, 发明 3 新型 9 外观 1: thirteen; where one of the kinds is rough, their sum is left open. */
function allPatents(scene: Scene, found: readonly Found[]): readonly Found[] {
  const fact = factFor(scene, 'patents')
  if (!fact || onlyAsked(scene) !== fact || found.some(each => each.fact === fact.id)) return []
  const ids = RIGHTS.map(role => factFor(scene, role)?.id)
  const told = found.filter(each => ids.includes(each.fact))
  const kinds = RIGHTS.flatMap(role => exactOf(scene, found, role) ?? [])
  const [first] = told
  if (!first || kinds.length < 2 || kinds.length !== told.length) return []
  const value = kinds.reduce((sum, each) => sum + each, 0)
  const confidence = Math.max(first.confidence, REST_SURE)
  return [{ ...first, fact: fact.id, value, confidence, why: 'the kinds together' }]
}

/** 没有专利，一个都没有: none of any kind. */
function noPatents(scene: Scene, found: readonly Found[]): readonly Found[] {
  const fact = factFor(scene, 'patents')
  // asked for their total, 一个还没有 answers that
  if (!fact || onlyAsked(scene) === fact) return []
  const total = found.find(each => each.fact === fact.id && each.value === 0)
  // 发了 20 个专利申请，一个都还没下证: of which kinds they will be, nobody says
  if (!total || /申[请报]|appl|filed/.test(scene.masked)) return []
  return RIGHTS.flatMap(role => {
    const kind = factFor(scene, role)
    return !kind || found.some(each => each.fact === kind.id) ? [] : [{ ...total, fact: kind.id }]
  })
}

/** 团队 16 人，全都是研发: as many as there are people. */
function allResearchers(scene: Scene, found: readonly Found[]): readonly Found[] {
  const [heads, fact] = [factFor(scene, 'headcount'), factFor(scene, 'techStaff')]
  const told = found.find(each => each.fact === heads?.id)
  if (!told || !fact || typeof told.value !== 'number' || found.some(each => each.fact === fact.id)) return []
  const isAll = ALL_RESEARCH.test(scene.masked.slice(told.span[1], told.span[1] + REST_REACH))
  return isAll ? [{ ...told, fact: fact.id, why: `${told.why}: all of them` }] : []
}

/** 近一年出口 760 万: who exports for a sum exports. */
function exporting(scene: Scene, found: readonly Found[], unclear: readonly UnclearFact[]): readonly Found[] {
  const [value, exporter] = [factFor(scene, 'exports'), factFor(scene, 'exporter')]
  // asked for the sum alone, that there is one was told before
  const asked =
    value !== undefined &&
    scene.context.pending.includes(value.id) &&
    !(exporter && scene.context.pending.includes(exporter.id))
  // 出口一年大概 80 万美金: in whatever money
  const foreign = unclear.find(each => each.fact === value?.id && each.problem === 'foreign-currency')
  if (foreign && exporter && !asked && !found.some(each => each.fact === exporter.id))
    return [
      {
        fact: exporter.id,
        value: true,
        confidence: IMPLIED_SURE,
        approximate: false,
        why: `${foreign.why}: exports`,
        span: foreign.span,
      },
    ]
  const told = found.find(each => each.fact === value?.id)
  const isMore = typeof told?.value === 'number' ? told.value > 0 : told !== undefined
  if (!told || !exporter || asked || !isMore || found.some(each => each.fact === exporter.id)) return []
  return [{ ...told, fact: exporter.id, value: true, approximate: false, why: `${told.why}: exports` }]
}

/** Asked for the sum, 没有出口: who does not export, exports nothing. */
function notExporting(scene: Scene, found: readonly Found[]): readonly Found[] {
  const [value, exporter] = [factFor(scene, 'exports'), factFor(scene, 'exporter')]
  const told = found.find(each => each.fact === exporter?.id && each.value === false)
  if (!value || !told || !scene.context.pending.includes(value.id) || found.some(each => each.fact === value.id))
    return []
  return [{ ...told, fact: value.id, value: 0, why: `${told.why}: exports nothing` }]
}

/** Asked with how many banks, 没贷过: with none. */
function noLender(scene: Scene, found: readonly Found[]): readonly Found[] {
  const [lenders, balance] = [factFor(scene, 'lenders'), factFor(scene, 'loanBalance')]
  const told = found.find(each => each.fact === balance?.id && each.value === 0)
  if (!lenders || !told || !scene.context.pending.includes(lenders.id) || found.some(each => each.fact === lenders.id))
    return []
  return [{ ...told, fact: lenders.id, why: `${told.why}: no lender` }]
}

/** 有五个发明愿意押: rights may be pledged, then. */
function pledged(scene: Scene, found: readonly Found[]): readonly Found[] {
  const [rights, collateral] = [factFor(scene, 'pledgeable'), factFor(scene, 'collateral')]
  const told = found.find(each => each.fact === rights?.id)
  if (!told || !collateral || typeof told.value !== 'number' || told.value <= 0) return []
  const asked = rights !== undefined && scene.context.pending.includes(rights.id)
  if (asked || !/押|pledge/.test(scene.masked) || found.some(each => each.fact === collateral.id)) return []
  return [{ ...told, fact: collateral.id, value: ['ip'], why: `${told.why}: rights may be pledged` }]
}

/** 硕士 9 个，博士 2 个: asked for is how many have either degree. */
function withDoctors(scene: Scene, each: Found, found: readonly Found[]): Found {
  const isMasters = each.fact === factFor(scene, 'postgraduates')?.id && MASTERS_ALONE.test(each.why)
  const doctors = isMasters ? exactOf(scene, found, 'doctors') : undefined
  const other = found.find(one => one.fact === factFor(scene, 'doctors')?.id)
  const ends = [...each.span, ...(other?.span ?? [])].toSorted((a, b) => a - b)
  const between = scene.masked.slice(ends[1], ends[2])
  if (doctors === undefined || typeof each.value !== 'number' || each.approximate || AMONG.test(between)) return each
  return { ...each, value: each.value + doctors, why: `${each.why}, and ${doctors} doctors` }
}

/** 申请了 7 个发明加 2 个 PCT: applications count both, told apart. */
function withPct(scene: Scene, each: Found, found: readonly Found[]): Found {
  const pct = found.find(one => one.fact === factFor(scene, 'pctApplications')?.id)
  const isBoth = each.fact === factFor(scene, 'applications')?.id && typeof each.value === 'number'
  if (!isBoth || typeof pct?.value !== 'number' || each.span[1] > pct.span[0]) return each
  const between = scene.masked.slice(each.span[1], pct.span[0])
  const joined = /^[，, ]?(?:加上?|另外|另有|还有|再加)(?:了|有)?$/.test(between) || TOGETHER.test(between)
  const apart = /pct(?:是|都是)?单(?:独)?算/.test(scene.masked)
  return joined || apart
    ? { ...each, value: each.value + pct.value, why: `${each.why}, and ${pct.value} international` }
    : each
}

/** Of all patents and the kinds that were counted, the kind that is the rest. */
function restOf(scene: Scene, found: readonly Found[]): readonly Found[] {
  const match = REST.exec(scene.masked)
  const role = RIGHT_OF[match?.[1] ?? match?.[2] ?? '']
  const fact = role && factFor(scene, role)
  const clause = match ? clauseOf(scene, match.index) : undefined
  if (!match || !fact || !isTold(clause) || clause.plan) return []
  // 其余是新型和外观 are two kinds, and nobody knows how many of each
  if (MORE_KINDS.test(scene.masked.slice(match.index + match[0].length, match.index + match[0].length + REST_REACH)))
    return []
  if (found.some(each => each.fact === fact.id)) return []
  const total = exactOf(scene, found, 'patents')
  const parts = RIGHTS.flatMap(each => (each === role ? [] : (exactOf(scene, found, each) ?? [])))
  const rest = parts.reduce((left, part) => left - part, total ?? 0)
  if (total === undefined || parts.length === 0 || rest <= 0) return []
  const span = [match.index, match.index + match[0].length] as const
  return [{ fact: fact.id, value: rest, confidence: REST_SURE, approximate: false, why: 'the rest', span }]
}

/** The number that was told once and exactly for the fact of a role. */
function exactOf(scene: Scene, found: readonly Found[], role: Role): number | undefined {
  const id = factFor(scene, role)?.id
  const told = found.filter(each => each.fact === id)
  const [only] = told
  return told.length === 1 && typeof only?.value === 'number' && !only.approximate ? only.value : undefined
}

/** 去年和前年营收都在 2600 万上下: the same for each of the two years. */
function otherYears(scene: Scene, found: readonly Found[]): readonly Found[] {
  return [...scene.masked.matchAll(BOTH_YEARS)].flatMap(match => {
    const end = match.index + match[0].length
    const told = found.filter(each => {
      const fact = scene.lexicon.facts.get(each.fact)
      const isMoney = fact?.type === 'money' && hasFamily(scene.lexicon.facts, fact)
      return isMoney && each.span[1] > end && each.span[1] - end <= VALUE_REACH
    })
    const [only] = told
    if (!only || told.length > 1 || typeof only.value === 'boolean') return []
    if (typeof only.value !== 'number' && !(typeof only.value === 'object' && isRange(only.value))) return []
    const fact = scene.lexicon.facts.get(only.fact)
    return match.slice(1).flatMap(word => {
      const offset = word === undefined ? undefined : OFFSETS[word]
      const other: FactDefinition | undefined =
        offset === undefined || !fact ? undefined : inPeriod(scene.lexicon, fact, { offset, own: true })
      return other && other.id !== only.fact ? [{ ...only, fact: other.id, why: `${only.why}, in both years` }] : []
    })
  })
}
