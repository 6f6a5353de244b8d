// Who and where: company name, credit code, region, person, telephone, a time and place to meet.
import type { FactDefinition, FactType } from '#engine'
import { readPark } from '../choices/park.ts'
import type { CompanyFound } from '../names/company-name.ts'
import { isInside, levelOf } from '../names/gazetteer.ts'
import type { PhoneFound } from '../names/phone.ts'
import type { RegionFound } from '../names/regions.ts'
import { isFullName } from '../names/short-name.ts'
import { regionInCode } from '../names/uscc.ts'
import type { Found, Harvest, UnclearFact } from '../scene/found.ts'
import { clauseOf, factFor, isPlanned, onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { clauseAt } from '../text/clauses.ts'
import { lower } from '../text/normalise.ts'
import { longestAt, longestMatches } from '../text/trie.ts'
import { addressOf, readMeeting } from './meeting.ts'
import { findPerson } from './person-name.ts'

const EXPLICIT = 0.95
const LIKELY = 0.8
const FROM_CODE = 0.7
/** Worth a question only where it is what was asked. */
const GUESSED = 0.55
/** The line of a desk, which anybody may answer. */
const DESK_AFTER = /^[，, ]?(?:那个|这个)?(?:是|为)?(?:前台|总机|客服|传真|门卫)/
const DESK_REACH = 10
const BEFORE_REACH = 14
/** 以前叫杭州云栈网络有限公司, formerly … */
const FORMER_BEFORE =
  /(?:(?:以前|之前|原来|原先|早先|最早|起初|过去)(?:的?名字?)?(?:都|是|就|我们|公司)*(?:叫做?|用的?)?|曾用名|曾叫|原名|前身|旧名|老名字|从)(?:是|为|叫|[:：])* ?$|(?:formerly|previously|used to be|was)(?: called| named| known as)? $/i
/** All identity facts of a message; `regions` are those not taken back by a correction. */
export function readIdentity(scene: Scene, regions: readonly RegionFound[]): Harvest {
  const found: Found[] = []
  const unclear: UnclearFact[] = []
  codes(scene, found, unclear)
  companies(scene, found, unclear)
  const phone = phoneToCall(scene)
  const phoneFact = ofType(scene, 'phone')
  if (phone && phoneFact) push(found, phoneFact, phone.phone, EXPLICIT, phone, 'a telephone number')
  region(scene, regions, found, unclear)
  const park = readPark(scene, bestOf(ownPlaces(scene, regions)))
  if (park) found.push(park)
  person(scene, found)
  found.push(...readMeeting(scene))
  return { found, unclear }
}

const ofType = (scene: Scene, type: FactType): FactDefinition | undefined =>
  [...scene.lexicon.facts.values()].find(fact => fact.type === type)

/** 打到 0755-26881234 那个是前台，找我打 159…: a mobile before a desk's line. */
function phoneToCall(scene: Scene): PhoneFound | undefined {
  const own = scene.phones.filter(each => !spokenOfOthers(scene, each.start))
  const direct = own.filter(each => !DESK_AFTER.test(scene.masked.slice(each.end, each.end + DESK_REACH)))
  return direct.find(each => each.phone.startsWith('1')) ?? direct[0] ?? own[0]
}

function spokenOfOthers(scene: Scene, place: number): boolean {
  const clause = scene.clauses[clauseAt(scene.clauses, place)]
  return clause === undefined || clause.others || clause.supposed
}

function push(
  found: Found[],
  fact: FactDefinition,
  value: string,
  confidence: number,
  at: { start: number; end: number },
  why: string,
): void {
  found.push({ fact: fact.id, value, confidence, approximate: false, why, span: [at.start, at.end] })
}

function codes(scene: Scene, found: Found[], unclear: UnclearFact[]): void {
  const fact = ofType(scene, 'uscc')
  const regionFact = ofType(scene, 'region')
  for (const code of scene.codes) {
    if (!fact || code.kind === 'personal-id') continue
    if (code.kind === 'bad-check-digit') {
      unclear.push({
        fact: fact.id,
        problem: 'bad-check-digit',
        candidates: [],
        span: [code.start, code.end],
        why: 'check digit',
      })
      continue
    }
    push(found, fact, code.code, EXPLICIT, code, 'a credit code whose check digit is right')
    const place = regionInCode(code.code)
    if (regionFact && scene.regions.length === 0 && scene.lexicon.gazetteer.nameOf.has(place))
      push(
        found,
        regionFact,
        place,
        isInName(scene, place) ? FROM_CODE : GUESSED,
        code,
        'the place that once registered it is inside the credit code',
      )
  }
}

/** 杭州云深数据科技有限公司 beside a code of Hangzhou's: the name and the code agree. */
const isInName = (scene: Scene, place: string): boolean =>
  scene.companies.some(
    ({ own, name }) =>
      own &&
      longestAt(scene.lexicon.gazetteer.names, name, 0)?.values.some(
        ({ code }) => code === place || isInside(place, code),
      ) === true,
  )

function companies(scene: Scene, found: Found[], unclear: UnclearFact[]): void {
  const fact = ofType(scene, 'company')
  const own = scene.companies.filter(company => company.own && !spokenOfOthers(scene, company.start))
  const now = own.filter(company => !FORMER_BEFORE.test(scene.text.slice(0, company.start)))
  const best = now.find(company => company.legal) ?? now[0]
  if (fact && best && !best.legal && isShortHere(scene, fact, best.name)) askBack(fact, best, best.name, unclear)
  else if (fact && best) {
    push(found, fact, best.name, best.legal ? EXPLICIT : LIKELY, best, 'a legal form')
    trade(scene, best, found)
  } else if (fact) shortName(scene, fact, found, unclear)
}

/** 恒远新能源材料股份有限公司 hints at a trade: only a guess, which anything else said about it outweighs. */
function trade(scene: Scene, company: CompanyFound, found: Found[]): void {
  const options = longestMatches(scene.lexicon.signs, lower(company.name)).flatMap(match =>
    match.values.flatMap(value => (value.is === 'option' && roleOf(scene, value.fact) === 'industry' ? [value] : [])),
  )
  const last = options.at(-1)
  if (last)
    found.push({
      fact: last.fact.id,
      value: last.option,
      confidence: GUESSED,
      approximate: true,
      why: 'the name hints at it',
      span: [company.start, company.end],
    })
}

/** 我们叫云图科技: a short name, good enough to address them by; where the name was asked for, it is asked back. */
function shortName(scene: Scene, fact: FactDefinition, found: Found[], unclear: UnclearFact[]): void {
  const match =
    /(?:我们(?:公司|企业|厂)?|公司|企业|咱们公司?)(?:的名字|名称|全称)?(?:叫做?|名叫|名为) ?([一-龥A-Za-z0-9]{2,20})(?=[，。,;；!！ \n]|$)/.exec(
      scene.text,
    )
  if (!match?.[1]) return
  const start = match.index + match[0].length - match[1].length
  const at = { start, end: start + match[1].length }
  if (isShortHere(scene, fact, match[1])) askBack(fact, at, match[1], unclear)
  else push(found, fact, match[1], LIKELY, at, 'called so')
}

const isShortHere = (scene: Scene, fact: FactDefinition, name: string): boolean =>
  scene.context.pending.includes(fact.id) && !isFullName(name)

function askBack(fact: FactDefinition, at: { start: number; end: number }, name: string, unclear: UnclearFact[]): void {
  unclear.push({ fact: fact.id, problem: 'short-name', candidates: [name], span: [at.start, at.end], why: 'called so' })
}

/** 下个月迁到南通: where it will be. */
const isToCome = (scene: Scene, { start }: RegionFound): boolean =>
  /(?:下个?月|明年|马上|即将|年底|快要?)(?:就|才|要|准备|会|打算)*(?:迁|搬)[^，。；]{0,3}$/.test(
    scene.masked.slice(Math.max(0, start - BEFORE_REACH), start),
  )

/** The places a message may give as the company's own, of those not taken back by a correction. */
function ownPlaces(scene: Scene, regions: readonly RegionFound[]): readonly RegionFound[] {
  const [meeting] = addressOf(scene)
  const told = regions.filter(
    each =>
      // where to come need not be where it is registered
      !(meeting && each.start >= meeting.span[0] && each.end <= meeting.span[1]) &&
      !spokenOfOthers(scene, each.start) &&
      clauseOf(scene, each.start)?.customers !== true &&
      !isToCome(scene, each) &&
      !isPlanned(scene, each.start),
  )
  // 你们在滨江有点吗，我们在富阳: the place of a question is not ours while another is told
  const plain = told.filter(each => clauseOf(scene, each.start)?.question !== true)
  return plain.length > 0 ? plain : told
}

/** The place that is said to be the company's; 太原，在山西综改区: of one inside another the inner. */
function bestOf(own: readonly RegionFound[]): RegionFound | undefined {
  const best = own.findLast(each => each.registered) ?? own.find(each => each.sure) ?? own[0]
  const [whole, ...others] = best?.codes ?? []
  if (!best || best.registered || whole === undefined || others.length > 0) return best
  const inner = own.filter(each => each.codes.length === 1 && isInside(each.codes[0] ?? '', whole))
  return inner[0] ?? best
}

function region(scene: Scene, regions: readonly RegionFound[], found: Found[], unclear: UnclearFact[]): void {
  const fact = ofType(scene, 'region')
  const own = ownPlaces(scene, regions)
  const best = bestOf(own)
  if (!fact || !best) return
  const [code] = best.codes
  if (code === undefined) return
  if (best.codes.length > 1) {
    unclear.push({
      fact: fact.id,
      problem: 'ambiguous-region',
      candidates: best.codes,
      span: [best.start, best.end],
      why: 'several places of this name',
    })
    return
  }
  const rivals = own.some(
    each => each !== best && !each.codes.some(other => code.startsWith(other.replace(/(?:00)+$/, ''))),
  )
  // 杭州和宁波都有
  const other = onlyAsked(scene) === fact ? joinedTo(scene, best) : undefined
  if (other !== undefined && !best.registered) {
    const candidates = [code, other]
    unclear.push({
      fact: fact.id,
      problem: 'not-an-option',
      candidates,
      span: [best.start, best.end],
      why: 'two places',
    })
    return
  }
  const confidence = (best.sure ? EXPLICIT : LIKELY) - (rivals && !best.registered ? 0.2 : 0)
  push(found, fact, code, confidence, best, `a ${levelOf(code)}`)
}

/** 杭州和宁波都有: another place of equal standing beside the one that was read. */
function joinedTo(scene: Scene, { end, codes }: RegionFound): string | undefined {
  const [join] = /^ ?(?:和|跟|与|、|及|还有|and |& |\/) ?/.exec(scene.text.slice(end, end + 5)) ?? []
  const next = join === undefined ? undefined : longestAt(scene.lexicon.gazetteer.names, scene.text, end + join.length)
  return next?.values.find(({ code }) => !codes.some(each => isInside(code, each) || isInside(each, code)))?.code
}

function person(scene: Scene, found: Found[]): void {
  const fact = factFor(scene, 'personName')
  const called = fact && findPerson(scene, place => spokenOfOthers(scene, place))
  if (fact && called) push(found, fact, called.name, LIKELY, called, 'called so')
}
