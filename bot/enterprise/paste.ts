// Paste to fill: a registry page, a tax summary, a statement or a long introduction fills what is recognised. Everything is
// shown first; it is stored after a yes, and what is wrong is corrected in plain words before that.
import { type FactValue, withinBounds } from '#engine'
import { text } from '../card.ts'
import { pageCard } from '../cards/page.ts'
import type { Pending } from '../case.ts'
import { type Extraction, extract, readConsent, readPage } from '../language/index.ts'
import type { Turn } from '../turn-state.ts'
import { carryOn, showChange } from './carry-on.ts'
import { askDoubt } from './question.ts'
import { CONFIDENCE_USABLE, take } from './record.ts'
import { stale } from './settle.ts'

/** Fewer facts than this are taken like any message. */
const PAGE_FACTS_MIN = 3
/** An introduction of so many lines and facts is shown for a yes too. */
const INTRODUCTION_LINES = 4
const INTRODUCTION_FACTS = 4

type PendingPage = Extract<Pending, { kind: 'page' }>

/** Shows what a pasted text says and waits for a yes; false when the text is no page. */
export function takePage(turn: Turn, words: string): boolean {
  const page = readPage(words, turn.today)
  if (page === undefined && words.split('\n').length < INTRODUCTION_LINES) return false
  const heard = extract(turn.knowledge.lexicon, page ?? words, {
    today: turn.today,
    pending: [],
    language: turn.language,
  })
  const values = usable(turn, heard)
  if (values.length < (page === undefined ? INTRODUCTION_FACTS : PAGE_FACTS_MIN)) return false
  const doubts = heard.unclear
    .filter(each => each.candidates.length > 0)
    .map(({ fact, candidates }) => ({ fact, choices: [...candidates] }))
  wait(turn, { kind: 'page', values, doubts, failures: 0 })
  return true
}

/** What may be stored after a yes; personal facts only once the owner has chosen to be put in touch with somebody. */
function usable(turn: Turn, heard: Extraction): PendingPage['values'] {
  const { facts } = turn.knowledge.rulebook
  return heard.found.flatMap(({ fact: id, value, confidence, approximate }) => {
    const fact = facts.get(id)
    const fits = fact && confidence >= CONFIDENCE_USABLE && withinBounds(fact, value, turn.today)
    if (!fits || (fact.personal && !turn.case.goal)) return []
    return [{ fact: id, value: written(value), approximate }]
  })
}

const written = (value: FactValue): PendingPage['values'][number]['value'] =>
  typeof value === 'object' && !('low' in value) ? [...value] : value

function wait(turn: Turn, pending: PendingPage, changed = false): void {
  turn.update({ pending, failures: 0 })
  turn.say(pageCard(turn, pending, changed ? [text(turn.t('page.changed'))] : []))
}

/** Yes, no or a correction to a page that waits; false when the text is none of these. */
export function settlePage(turn: Turn, words: string): boolean {
  const { pending } = turn.case
  if (pending?.kind !== 'page') return false
  const heard = extract(turn.knowledge.lexicon, words, { today: turn.today, pending: [], language: turn.language })
  const changes = usable(turn, heard)
  if (changes.length > 0) {
    const isChanged = new Set(changes.map(each => each.fact))
    const values = [...pending.values.filter(each => !isChanged.has(each.fact)), ...changes]
    const doubts = pending.doubts.filter(each => !isChanged.has(each.fact))
    wait(turn, { ...pending, values, doubts }, true)
    return true
  }
  const answer = readConsent(words)
  if (answer === 'yes') keepPage(turn)
  else if (answer === 'no') dropPage(turn)
  else return false
  return true
}

/** Stores what was shown, asks about what stays unclear, and goes on. */
export function keepPage(turn: Turn): void {
  const { pending } = turn.case
  if (pending?.kind !== 'page') return stale(turn)
  const before = turn.reading
  const found = pending.values.map(({ fact, value, approximate }) => ({
    fact,
    value,
    confidence: 1,
    approximate,
    correction: false,
    why: 'confirmed on the page',
    span: [0, 0] as const,
  }))
  turn.update({ pending: undefined })
  const taken = take(turn, { found, unclear: [] })
  const doubts = [...taken.doubtful, ...pending.doubts.filter(each => !taken.stored.includes(each.fact))]
  if (doubts.length > 0) askDoubt(turn, taken.lines, doubts)
  else if (turn.case.shown && !turn.case.goal) showChange(turn, taken.lines, before)
  else carryOn(turn, taken.lines)
}

/** Stores nothing of the page. */
export function dropPage(turn: Turn): void {
  if (turn.case.pending?.kind !== 'page') return stale(turn)
  turn.update({ pending: undefined })
  carryOn(turn, [text(turn.t('page.dropped'))])
}
