// Reads a text as the answer to one given fact. Where the answer cannot be used as it stands, a code says why and the
// possible readings come along, so that the next question can offer them as buttons.
import { type FactDefinition, type FactValue, isNumeric } from '#engine'
import { correct } from '../changes/corrections.ts'
import { presentPart } from '../changes/present-part.ts'
import { flagAnswer } from '../choices/flag-answer.ts'
import { leavesOpen } from '../choices/left-open.ts'
import { asksWilling, readFlag } from '../choices/read-flag.ts'
import { readOption, readOptionList } from '../choices/read-option.ts'
import { readConsent } from '../commands/consent.ts'
import { factsIn } from '../facts/extract.ts'
import { banksNamed } from '../names/bank-names.ts'
import { calledName, isAnyFirm, isFullName, isShortName } from '../names/short-name.ts'
import { fromForm } from '../pages/forms.ts'
import type { Role } from '../roles.ts'
import { isAside } from '../scene/aside.ts'
import { isClaimed } from '../scene/claims.ts'
import type { UnclearProblem } from '../scene/found.ts'
import type { Lexicon } from '../scene/lexicon.ts'
import { type Context, roleOf, type Scene, sceneOf } from '../scene/scene.ts'
import { answeredInAll } from '../sums/answered-in-all.ts'
import { normalise } from '../text/normalise.ts'
import { denies, isNothing } from '../text/nothing.ts'
import { isNoAnswer } from '../unsaid/no-answer.ts'
import { eitherDay, isUnderReview, whichValue } from '../unsaid/which-value.ts'
import { withNothing } from '../unsaid/zeros.ts'
import { readDate } from '../values/date-at.ts'
import { type Reading, readingOf, suits, withinBounds } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, periodAt } from '../values/periods.ts'
import { inFull } from './asked-forms.ts'
import { figureInWords } from './figure-in-words.ts'
import { namesHour, wordsGiven } from './words-given.ts'

export type AnswerCode = UnclearProblem | 'no-value'

export type AnswerReading =
  | { readonly is: 'value'; readonly value: FactValue; readonly approximate: boolean }
  | { readonly is: 'problem'; readonly code: AnswerCode; readonly candidates: readonly FactValue[] }

const NAME_LENGTH_MAX = 60
const TEXT_LENGTH_MAX = 200
const NO_LIMIT =
  /越[多高长]越好|看着给|能[贷借批给]多少(?:就|是)?[贷借批要]?多少|随便|都行|as much as possible|as long as possible/
const DONT_KNOW =
  /不知道|不清楚|不太清楚|不了解|不晓得|没听(?:说)?过|没统计|记不清|记不得|不记得|说不[准好清]|不好说|[吃拿摸]不准|[搞弄讲]不清|不太?确定|没把握|没数|没概念|没印象|跳过|不方便|不想说|不愿|保密|涉密|don't know|not sure|no idea|skip|pass\b/i
const QUESTION = /[？?]|什么|怎么|为什么|吗$|呢$|多少/
const LEAD =
  /^(?:就?叫做?|我们(?:公司)?(?:就?叫做?|是)|公司(?:名称?)?(?:是|叫)|我(?:姓|叫|是)|名字(?:是|叫)|it's |it is |my name is |we are |i am |i'm )\s*/i

const value = (stated: FactValue, approximate = false): AnswerReading => ({ is: 'value', value: stated, approximate })
const problem = (code: AnswerCode, candidates: readonly FactValue[] = []): AnswerReading => ({
  is: 'problem',
  code,
  candidates,
})

/** 没有没有, 有的有的: said twice for emphasis. */
const once = (text: string): string => text.replace(/^([一-龥]{2,4}?)[，, ]?\1(?=[的了啊呀呢吧。！!]*$)/, '$1')

/** The value of one fact in a text, or the problem with it. Never throws. */
export function readAnswer(lexicon: Lexicon, fact: FactDefinition, raw: string, context: Context): AnswerReading {
  const asked = { ...context, pending: [fact.id] }
  const text = once(inFull(fact, fromForm(normalise(raw)), context.today))
  if (text === '') return problem('no-value')
  const scene = sceneOf(lexicon, text, asked)
  const heard = factsIn(scene)
  const found = heard.found.find(each => each.fact === fact.id)
  if (found) return value(found.value, found.approximate)
  if (flagAnswer(scene)?.said === 'open') return problem('no-value')
  const unclear = heard.unclear.find(each => each.fact === fact.id)
  if (unclear) return problem(unclear.problem, unclear.candidates)
  if (
    DONT_KNOW.test(text.replace(/^没听(?:说)?过[，, ](?=[^，。]{0,4}没有[。.]?$)/, '')) &&
    !(asksWilling(fact) && /不愿|不方便/.test(text))
  )
    return problem('no-value')
  if (isNumeric(fact.type)) return numeric(scene, fact)
  if (fact.options && leavesOpen(scene, fact)) return problem('not-an-option')
  // a company's name hints at a trade, and tells none
  return worded(fact, lexicon.cast.roleOf.get(fact.id), fact.type === 'choice' ? scene.masked : text)
}

function worded(fact: FactDefinition, role: Role | undefined, text: string): AnswerReading {
  switch (fact.type) {
    case 'flag': {
      const said = readFlag(fact, role, text)
      return said === undefined ? problem('no-value') : value(said)
    }
    case 'choice': {
      const option = readOption(fact, presentPart(text))
      return option === undefined ? problem('not-an-option') : value(option)
    }
    case 'choices': {
      const options = readOptionList(fact, text)
      return options.length === 0 ? problem('not-an-option') : value(options)
    }
    case 'company':
      return companyName(text)
    case 'text': {
      const given = wordsGiven(role, text)
      if (given === undefined) return problem('no-value')
      // 晚上七点以后 puts nothing off
      if (role === 'visitTime' && namesHour(given) && readConsent(given) !== 'no') return value(given)
      return freeText(given, TEXT_LENGTH_MAX, /^$/)
    }
    default:
      return problem('no-value')
  }
}

/** A company's name as written; a short one comes back as the candidate to confirm. */
function companyName(text: string): AnswerReading {
  const said = freeText(calledName(text), NAME_LENGTH_MAX, /[，。；！]|有限|^.{0,1}$/)
  if (said.is !== 'value' || typeof said.value !== 'string' || QUESTION.test(text)) return problem('no-value')
  if (isFullName(said.value)) return isAnyFirm(said.value) ? problem('no-value') : said
  return isShortName(said.value) ? problem('short-name', [said.value]) : problem('no-value')
}

/** A name or note is taken as written, without the words that lead to it; a question or a refusal is none. */
function freeText(text: string, lengthMax: number, not: RegExp): AnswerReading {
  const said = text
    .replace(LEAD, '')
    .replace(/[。.!！]$/, '')
    .trim()
  if (said === '' || said.length > lengthMax || not.test(said) || QUESTION.test(text) || isNothing(text))
    return problem('no-value')
  return readConsent(text) === undefined ? value(said) : problem('no-value')
}

function numeric(scene: Scene, fact: FactDefinition): AnswerReading {
  const { masked, context } = scene
  const mentions = settledOf(scene)
  const isTime = fact.type === 'months' || fact.type === 'days'
  const fitting = mentions.filter(
    each =>
      (suits(fact, each) > 0 || (isTime && each.kind === 'number')) &&
      !isUnderReview(scene, fact, each) &&
      !isAside(scene, fact, each),
  )
  const choice = eitherDay(scene, fact, fitting) ?? whichValue(scene, fact, fitting)
  if (choice.is === 'several') return oneOfThem(fact, choice.mentions, context.today)
  const best = choice.is === 'one' ? choice.mention : undefined
  const decided = choice.is === 'one' && choice.decided === true
  // 个人经营贷 150 万，公司没有
  if (best && !decided && !isAnswer(scene, fact, best)) {
    const beside = figureInWords(scene, fact, false)
    return beside === undefined ? problem('no-value') : value(beside)
  }
  if (best && (decided || !claimedByOther(scene, fact, best.start)))
    return answered(readingOf(fact, best, context.today, true))
  const short = best ? undefined : twoDigitYear(fact, masked, context.today)
  if (short) return answered(short)
  const banks = roleOf(scene, fact) === 'lenders' && fitting.length === 0 && !denies(masked) ? banksNamed(masked) : 0
  if (banks > 0) return value(banks)
  if (NO_LIMIT.test(masked)) return problem('vague')
  const stated = figureInWords(scene, fact, fitting.length === 0)
  if (stated === undefined) return problem('no-value')
  return answered(withinBounds(fact, { is: 'value', value: stated, approximate: false }, context.today))
}

/** 一家 800 万一家 1500 万: each of them could be meant. */
function oneOfThem(fact: FactDefinition, mentions: readonly Mention[], today: number): AnswerReading {
  const readings = mentions.map(each => readingOf(fact, each, today, true))
  const candidates = readings.flatMap(each => (each?.is === 'value' ? [each.value] : []))
  return problem(candidates.length > 1 ? 'vague' : 'no-value', candidates.length > 1 ? candidates : [])
}

function settledOf(scene: Scene): readonly Mention[] {
  const whole = answeredInAll(scene, scene.mentions)
  const parts = whole ? [whole.mention, ...scene.mentions.slice(whole.used + 1)] : scene.mentions
  return correct(scene, withNothing(scene, parts), []).mentions
}

const yearOf = (scene: Scene, found: Mention) => periodAt(scene.periods, scene.clauses, found.start, found.end)

/** 预计四千万 and 每个月一百五十万 are no answers to last year's revenue. */
function isAnswer(scene: Scene, fact: FactDefinition, found: Mention): boolean {
  const period = yearOf(scene, found)
  if (isNoAnswer(scene, fact, found)) return false
  return isClaimed(scene, fact, found.start) && (!period?.own || inPeriod(scene.lexicon, fact, period) === fact)
}

const answered = (reading: Reading | undefined): AnswerReading => {
  if (!reading) return problem('no-value')
  return reading.is === 'value' ? value(reading.value, reading.approximate) : problem(reading.code, reading.candidates)
}

/** Asked for revenue, "员工 45 人" answers something else. */
function claimedByOther(scene: Scene, fact: FactDefinition, place: number): boolean {
  const before = scene.signs.filter(sign => sign.end <= place && place - sign.end <= 4)
  return before.some(sign =>
    sign.values.every(
      each =>
        each.is === 'decoy' ||
        (each.is === 'fact' && !each.weak && each.fact.id !== fact.id && each.fact.type === fact.type),
    ),
  )
}

/** Asked for a year, 18 is 2018; asked again to be sure. */
function twoDigitYear(fact: FactDefinition, text: string, today: number): Reading | undefined {
  if (fact.type !== 'date' || !/^\d{2}$/.test(text)) return undefined
  const year = readDate(`${text}年`, 0, today)
  const reading = year && readingOf(fact, year, today, true)
  return reading?.is === 'value' ? { is: 'problem', code: 'unit-missing', candidates: [reading.value] } : reading
}
