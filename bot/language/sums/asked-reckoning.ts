// Answers to one question that leave a little sum to the listener: 平均每年一百万 for three years, 去年 90 万前年 70 万 for their
// average, 原来 500 万还了 150 万 for what is owed, 23 件，有 2 件失效了 for what is in force.
import type { FactDefinition } from '#engine'
import type { Role } from '../roles.ts'
import { NOTHING_FOUND } from '../scene/found.ts'
import { onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { readingOf, suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import type { Summed } from './sums.ts'

/** Longer texts tell more than an answer. */
const LENGTH_MAX = 44
/** More than a lone value that seems to answer. */
const CONFIDENCE = 0.98
const YEARS = 3

interface Pieces {
  /** what stands before the first value, between the first two, and behind the second (or the only one) */
  readonly lead: string
  readonly between: string
  readonly after: string
  readonly a: Mention
  readonly b: Mention | undefined
}

/** The value in the unit of the first mention; `vague` where the words leave it open. */
type Reckoned = number | 'vague' | undefined

const YEARLY = /(?:平均|年均|每年|一年|每一年)(?:都|下来|也)?(?:是|有|投|花|要|大概|约|差不多|在)*$/
const LAST_YEAR = /^[^，。；\d]{0,3}去年[^，。；\d]{0,5}$/
const YEAR_BEFORE = /^(?:万|多)?[，, ]?[^，。；\d]{0,2}前年[^，。；\d]{0,5}$/
const ONE_YEAR = /(?:去年|前年|今年)[^，。；\d]{0,6}$/
const AT_FIRST = /(?:原来|原先|之前|以前|当初|本来|一共|总共|年初|去年)?(?:是|有|贷|借|欠|拿)?了?(?:大概|约)?$/
const REPAID = /^[^，。；\d]{0,5}[，, ]?(?:已经|又|今年|前面|上个?月|陆续)*还(?:掉|完)?了(?:大概|有|约)?$/
const GONE_AFTER =
  /^[^，。；\d]{0,3}(?:没交年费|没续费|没缴费|失效|作废|放弃|过期|到期|无效|转[让出]|卖掉|卖了)[^，。；\d]{0,6}[。.！!]?$/
const AMONG = /^[，, ]?(?:不过|但|其中|里面|里头|当中)?(?:有|其中)?$/
const OTHERS_OF_IT =
  /^[，, ]?(?:里面|里头|其中)?有?(?:房租|租金|废料|补贴|理财|卖废品|政府补助|投资收益)(?:有|是|收入|大概)*$/
const REST_IS_MAIN = /^万?[，, ]?(?:剩下|其余|其他|别的|余下)的?(?:都|全)?(?:是|算)?主营/
const ASSETS = /资产(?:总额|一共|大概|有|是|约|差不多)*$/
const DEBTS = /^[，, ]?[^，。；\d]{0,2}(?:负债|欠款?|外债)(?:总额|一共|大概|有|是|约|差不多|着)*$/
const ALL_INVENTIONS =
  /^(?:项|件)?(?:[，, ]?(?:全部?|都|全都)是发明|发明(?:专利)?[，, ]*(?:没有?别的|没有?其他的?|就这些))(?:专利|的|了)*[。.]?$/
const BAD_DEBT = /^[^，。；\d]{0,4}(?:死账|坏账|烂账|收不回|要不回)[^，。；\d]{0,4}$/
const IN_YEARS = /(?:三年|3年)(?:加起来|一共|总共|合计|下来|来|里|内)?(?:有|是|大概|做了?|转化了?)*$/

/** By what is asked. */
const RULES: Readonly<Partial<Record<Role, (pieces: Pieces) => Reckoned>>> = {
  researchThreeYears: ({ lead, between, a, b }) => {
    // 每年一百万，三年三百万
    if (b) return YEARLY.test(lead) && b.low === a.low * YEARS && IN_YEARS.test(between) ? b.low : undefined
    return YEARLY.test(lead) ? a.low * YEARS : undefined
  },
  taxAverage: ({ lead, between, a, b }) => {
    if (b && LAST_YEAR.test(lead) && YEAR_BEFORE.test(between)) return Math.round((a.low + b.low) / 2)
    return b === undefined && ONE_YEAR.test(lead) && !/平均|每年|都/.test(lead) ? 'vague' : undefined
  },
  loanBalance: ({ lead, between, after, a, b }) =>
    b && b.low < a.low && AT_FIRST.test(lead) && REPAID.test(between) && /^[万了。.，, ]*$/.test(after)
      ? a.low - b.low
      : undefined,
  mainRevenue: ({ between, after, a, b }) =>
    b && b.low < a.low && OTHERS_OF_IT.test(between) && REST_IS_MAIN.test(after) ? a.low - b.low : undefined,
  netAssets: ({ lead, between, a, b }) => (b && ASSETS.test(lead) && DEBTS.test(between) ? a.low - b.low : undefined),
  receivables: ({ between, after, a, b }) =>
    b && b.low < a.low && AMONG.test(between) && BAD_DEBT.test(after) ? a.low - b.low : undefined,
  class1: ({ after, a, b }) => (b === undefined && ALL_INVENTIONS.test(after) ? a.low : undefined),
  conversions: ({ lead, a, b }) => {
    if (b || !IN_YEARS.test(lead)) return undefined
    return a.low % YEARS === 0 ? a.low / YEARS : 'vague'
  },
}
const inForce = ({ between, after, a, b }: Pieces): Reckoned =>
  b && b.low < a.low && AMONG.test(between) && GONE_AFTER.test(after) ? a.low - b.low : undefined
/** Facts told of on the way keep their values. */
const APART: ReadonlySet<Role> = new Set<Role>(['class1', 'taxAverage', 'mainRevenue', 'netAssets'])
const RIGHTS: ReadonlySet<Role> = new Set<Role>(['invention', 'utility', 'design', 'software', 'patents'])

/** The value that the numbers of an answer come to, where its words say how. */
export function readReckoned(scene: Scene, mentions: readonly Mention[]): Summed {
  const nothing: Summed = { ...NOTHING_FOUND, used: new Set() }
  const asked = onlyAsked(scene)
  const role = asked && roleOf(scene, asked)
  if (!asked || role === undefined || scene.masked.length > LENGTH_MAX) return nothing
  const rule = RIGHTS.has(role) ? inForce : RULES[role]
  const pieces = rule && piecesOf(scene, asked, mentions)
  const value = pieces && rule(pieces)
  if (!pieces || value === undefined) return nothing
  const { a, b } = pieces
  const span = [a.start, (b ?? a).end] as const
  const why = 'reckoned from what was told'
  const used = new Set(APART.has(role) && value !== 'vague' ? [] : mentions)
  const told: Mention = value === 'vague' ? { ...a, vague: true } : { ...a, low: value, high: value, article: false }
  const reading = readingOf(asked, told, scene.context.today, true)
  if (reading?.is === 'value')
    return {
      found: [{ fact: asked.id, value: reading.value, confidence: CONFIDENCE, approximate: a.approximate, why, span }],
      used,
    }
  const problem = reading?.code ?? 'vague'
  return { found: [], unclear: [{ fact: asked.id, problem, candidates: reading?.candidates ?? [], span, why }], used }
}

function piecesOf(scene: Scene, asked: FactDefinition, mentions: readonly Mention[]): Pieces | undefined {
  const fitting = mentions.filter(each => suits(asked, each) > 0)
  const [a, b] = fitting
  if (!a || fitting.length > 2 || fitting.some(each => each.vague || each.low !== each.high)) return undefined
  if (b && b.kind !== a.kind) return undefined
  const text = scene.masked
  return {
    lead: text.slice(0, a.start),
    between: b ? text.slice(a.end, b.start) : '',
    after: text.slice((b ?? a).end),
    a,
    b,
  }
}
