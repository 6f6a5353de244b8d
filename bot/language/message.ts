// What a message states: its facts, read with the short forms that the open question makes clear, and, where other things are
// told as well, the answer to that question at the head: 有，科小也有; 15，总共 26 个人. What was told before may say which fact a
// value put right is.
import { type Dossier, type FactDefinition, isNumeric } from '#engine'
import { inFull } from './answers/asked-forms.ts'
import { readAnswer } from './answers/read-answer.ts'
import { readSwap } from './changes/swap.ts'
import { factsIn } from './facts/extract.ts'
import { fromForm } from './pages/forms.ts'
import type { Extraction, FoundFact } from './scene/found.ts'
import type { Lexicon } from './scene/lexicon.ts'
import { type Context, onlyAsked, sceneOf } from './scene/scene.ts'
import { normalise } from './text/normalise.ts'
import { suits } from './values/fit.ts'

/** An answer in a short form is short. */
const SHORT_MAX = 40
const HEAD = /^[^，,。；;！!]{1,12}?(?:[，,。；;！!]|(?<=[一-龥]) (?=[一-龥\d])) ?/
/** 有，但是过期了; 15，不对，18: the head is not the whole answer. */
const TAKES_BACK =
  /但|不过|只是|除|然而|可是|不对|错了|哦不|应该是|更正|其实|后来|以前|过期|到期了|\b(?:but|except|however|wait|sorry)\b/i
const CONFIDENCE = 0.88
/** What suits less could not be meant. */
const HALF = 0.5

/**
 * Finds what a message states about the company. Where nothing is found, a value that takes the place of one told before is
 * found alone (是 600 万不是 500 万). Never throws; the work grows with the length of the text only.
 * @example extract(lexicon, '员工45人，去年收入1200万', { today, pending: [], language: 'zh' }).found
 */
export function extract(lexicon: Lexicon, raw: string, context: Context, told?: Dossier): Extraction {
  const text = fromForm(normalise(raw))
  const scene = sceneOf(lexicon, text, context)
  const asked = onlyAsked(scene)
  const full = asked && text.length <= SHORT_MAX ? inFull(asked, text, context.today) : text
  const heard = factsIn(full === text ? scene : sceneOf(lexicon, full, context))
  const swap = told && heard.found.length === 0 ? readSwap(scene, told) : undefined
  if (swap) return { found: [swap], unclear: [] }
  const head = asked && answerAtHead(lexicon, asked, text, context, heard)
  return head ? { ...heard, found: [head, ...heard.found] } : heard
}

/** 15，总共 26 个人: nothing but the value. */
const isBare = (head: string): boolean =>
  /^(?:授权|下证|拿证)|^[^一-龥]*(?:就|有|大概|约|差不多|也就|目前|现在)?[^一-龥]*[一-龥]{0,2}[，,。；;！! ]*$/.test(
    head,
  )

/** 比亚迪欠 300 万 美的欠 200 万: behind the head stands another value that could be meant. */
const tellsAnother = (lexicon: Lexicon, asked: FactDefinition, text: string, head: string, context: Context): boolean =>
  sceneOf(lexicon, text, context).mentions.some(each => each.start >= head.length && suits(asked, each) > HALF)

/** The answer in the first words, where nothing else was heard in them and the rest tells other things. */
function answerAtHead(
  lexicon: Lexicon,
  asked: FactDefinition,
  text: string,
  context: Context,
  { found, unclear }: Extraction,
): FoundFact | undefined {
  const head = HEAD.exec(text)?.[0]
  if (head === undefined || found.length === 0 || asked.type === 'text' || asked.type === 'company') return undefined
  if ([...found, ...unclear].some(each => each.fact === asked.id || each.span[0] < head.length)) return undefined
  if (TAKES_BACK.test(text.slice(head.length))) return undefined
  const reading = readAnswer(lexicon, asked, head.replace(/[，,。；;！! ]+$/, ''), context)
  if (
    reading.is !== 'value' ||
    (isNumeric(asked.type) && !isBare(head) && tellsAnother(lexicon, asked, text, head, context))
  )
    return undefined
  const { value, approximate } = reading
  const span = [0, head.length] as const
  return {
    fact: asked.id,
    value,
    confidence: CONFIDENCE,
    approximate,
    correction: false,
    why: 'answers at the head',
    span,
  }
}
