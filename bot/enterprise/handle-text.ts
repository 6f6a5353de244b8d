// A text from the enterprise, in the order in which something certain is found: what is waited for with a yes or no, a
// command, facts, an answer to the open question, an intent, and last a kind way on.
import type { FactId } from '#engine'
import { text } from '../card.ts'
import { topicAnswer } from '../cards/topic-answer.ts'
import { INTENT_CERTAIN } from '../intents/thresholds.ts'
import {
  type Extraction,
  extract,
  isAbuse,
  normalise,
  readCommand,
  readSideTopic,
  sentenceLanguage,
} from '../language/index.ts'
import type { IntentGuess } from '../ports.ts'
import type { Turn } from '../turn-state.ts'
import { askVisit } from './apply.ts'
import { askAgain, carryOn, showChange } from './carry-on.ts'
import { chooseOffer } from './choose-offer.ts'
import { runCommand, runIntent } from './commands.ts'
import { sideAnswer } from './explain.ts'
import { fallBack } from './fall-back.ts'
import { settlePage, takePage } from './paste.ts'
import { askDoubt } from './question.ts'
import { readAsked, waitsForWords } from './read-asked.ts'
import { take } from './record.ts'
import { type Handled, settleConsent, settleDoubt } from './settle.ts'
import { followLanguage, greet } from './start.ts'
import { calm, relay } from './talk.ts'

const ENGLISH_WORDS_MIN = 3
/** Rights over one's data are no words to a clerk. */
const OVER_A_REPLY: readonly (string | undefined)[] = ['delete-data', 'withdraw-consent', 'export-data']

/** A first message in English opens the talk in English; later the owner says so. */
function isEnglish(words: string): boolean {
  return !/\p{Script=Han}/u.test(words) && (words.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= ENGLISH_WORDS_MIN
}

/** Handles one text of the enterprise. */
export function handleText(turn: Turn, raw: string, guesses: readonly IntentGuess[]): Handled {
  const words = normalise(raw)
  const first = !turn.case.greeted
  if (first && isEnglish(words)) turn.update({ language: 'en' })
  if (first) greet(turn)
  turn.update({ paused: false })
  if (words === '') {
    askAgain(turn, [text(turn.t('not-understood'))])
    return 'done'
  }
  const { pending } = turn.case
  const settled = settleConsent(turn, words)
  if (settled) return settled
  const command = readCommand(words)
  if (pending?.kind === 'reply' && !OVER_A_REPLY.includes(command?.kind)) {
    relay(turn, pending.lead, words)
    return 'done'
  }
  if (!first && !command && !waitsForWords(turn)) followLanguage(turn, sentenceLanguage(words))
  if (command && runCommand(turn, command)) {
    turn.update({ failures: 0 })
    return 'done'
  }
  if (settleDoubt(turn, words) || settlePage(turn, words)) return 'done'
  if (takePage(turn, words)) return 'done'
  understand(turn, words, guesses, first)
  return 'done'
}

function understand(turn: Turn, words: string, guesses: readonly IntentGuess[], first: boolean): void {
  if (waitsForWords(turn) && readAsked(turn, words)) return
  const before = turn.reading
  const found = findFacts(turn, words)
  const taken = take(turn, found)
  const top = guesses[0]
  const sure = top && top.intent !== 'None' && top.confidence >= INTENT_CERTAIN ? top.intent : undefined
  const certain = isAbuse(words) ? 'insult' : sure
  const topic = certain === 'insult' ? undefined : readSideTopic(words)
  if (taken.stored.length > 0 || taken.doubtful.length > 0 || taken.lines.length > 0) {
    turn.update({ failures: 0 })
    // facts and a side question in one message: both are dealt with, then the talk goes on
    const aside = topic
      ? topicAnswer(turn, topic)
      : certain !== undefined && ASKS.test(words) && !SMALL_TALK.has(certain)
        ? (sideAnswer(turn, certain) ?? [])
        : []
    if (taken.doubtful.length === 0 && chooseOffer(turn, words, taken.lines)) return
    if (certain === 'request-visit' && taken.doubtful.length === 0) askVisit(turn, taken.lines)
    else if (taken.doubtful.length > 0) askDoubt(turn, [...taken.lines, ...aside], taken.doubtful)
    else if (taken.stored.length > 0 && turn.case.asking === 'no' && !turn.case.goal)
      showChange(turn, [...taken.lines, ...aside], before)
    else if (taken.stored.length > 0) carryOn(turn, [...taken.lines, ...aside])
    else askAgain(turn, [...taken.lines, ...aside])
    return
  }
  if (chooseOffer(turn, words, []) || readAsked(turn, words)) {
    turn.update({ failures: 0 })
    return
  }
  if (certain === 'insult') {
    calm(turn)
    return
  }
  if (topic) {
    turn.update({ failures: 0 })
    askAgain(turn, topicAnswer(turn, topic))
    return
  }
  if (certain && runIntent(turn, certain)) {
    turn.update({ failures: 0 })
    return
  }
  if (first) carryOn(turn)
  else fallBack(turn, guesses)
}

/** The facts in a text. A value taken back says by itself which fact it was; a lone value may be the term of the loan, which people add afterwards ("一年"). */
function findFacts(turn: Turn, words: string): Extraction {
  const { lexicon, catalogue, rulebook } = turn.knowledge
  const { pending, answers } = turn.case
  const asked =
    pending?.kind === 'ask' ? pending.facts : pending?.kind === 'confirm' ? pending.values.map(value => value.fact) : []
  const { term } = catalogue.need
  const typeOf = (fact: FactId) => rulebook.facts.get(fact)?.type
  const isOpen = !Object.hasOwn(answers, term) && !asked.some(fact => typeOf(fact) === typeOf(term))
  const context = { today: turn.today, pending: asked, alsoOpen: isOpen ? [term] : [], language: turn.language }
  const heard = extract(lexicon, words, context, answers)
  const isNothing = heard.found.length === 0 && heard.unclear.length === 0 && isOpen && asked.length > 0
  return isNothing ? extract(lexicon, words, { ...context, pending: [term] }) : heard
}

/** Beside facts only a question is a side question: 高企有 tells of a certificate and asks for no policy. */
const ASKS =
  /[?？吗呢么]|多少|多久|怎么|怎样|如何|什么|哪|谁|能不能|会不会|可不可以|\b(?:how|what|which|who|when|where|why|can|could|do|does|is|are|will|would)\b/i
/** Pleasantries beside facts need no answer of their own. */
const SMALL_TALK = new Set(['greet', 'thanks', 'goodbye', 'want-loan'])
