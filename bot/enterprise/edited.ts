// A message that was changed after it was sent belongs to what it answered then, not to what is asked now. Its facts are
// read and checked anew; it never counts as a yes, a command or words for a clerk.
import type { FactId } from '#engine'
import { type Line, text } from '../card.ts'
import { extract, normalise, readAnswer } from '../language/index.ts'
import type { Turn } from '../turn-state.ts'
import { askAgain, showChange } from './carry-on.ts'
import { type Taken, take } from './record.ts'

/** Messages whose place in the talk is remembered. */
const MESSAGES_MAX = 40

/** What was asked before a message and what was stored by it are the facts it answered. */
export function rememberMessage(turn: Turn, message: string, before: Turn['case']): void {
  const asked = before.pending?.kind === 'ask' ? before.pending.facts : []
  const stored = Object.keys(turn.case.answers).filter(fact => turn.case.answers[fact] !== before.answers[fact])
  const told = (turn.case.told ?? []).filter(one => one.message !== message)
  turn.update({ told: [...told, { message, facts: [...new Set([...asked, ...stored])] }].slice(-MESSAGES_MAX) })
}

/** Reads the changed words for the facts of that message, and takes what is certain. */
function takeAnew(turn: Turn, words: string, facts: readonly FactId[]): Taken {
  const { lexicon, rulebook } = turn.knowledge
  const context = { today: turn.today, pending: facts, language: turn.language }
  const found = extract(lexicon, words, context)
  const [only, ...more] = facts.flatMap(id => rulebook.facts.get(id) ?? [])
  if (found.found.length + found.unclear.length > 0 || !only || more.length > 0) return take(turn, found)
  const answer = readAnswer(lexicon, only, words, context)
  if (answer.is !== 'value') return take(turn, found)
  const { value, approximate } = answer
  return take(turn, { unclear: [], found: [{ fact: only.id, value, approximate, confidence: 1 }] })
}

/** Says it, and again what is waited for where it can be asked again; a yes to wait for, or a clerk, is left as it is. */
function tell(turn: Turn, lines: readonly Line[]): void {
  const kind = turn.case.pending?.kind
  if (kind === 'delete' || kind === 'restart' || kind === 'reply') turn.say({ lines })
  else askAgain(turn, lines)
}

/** Handles the new words of an earlier message. */
export function handleEdited(turn: Turn, message: string, raw: string): void {
  const entry = turn.case.told?.find(one => one.message === message)
  if (!entry || entry.facts.length === 0) return tell(turn, [text(turn.t('edited.no-place'))])
  const before = turn.reading
  const answers = turn.case.answers
  const taken = takeAnew(turn, normalise(raw), entry.facts)
  const changed = taken.stored.some(
    fact => JSON.stringify(turn.case.answers[fact]?.value) !== JSON.stringify(answers[fact]?.value),
  )
  if (!changed && taken.lines.length === taken.stored.length + (taken.stored.length > 0 ? 1 : 0))
    return tell(turn, [text(turn.t(taken.stored.length > 0 ? 'edited.same' : 'edited.no-place'))])
  const lines: Line[] = [...(changed ? [text(turn.t('edited'))] : []), ...taken.lines]
  // a doubt would take the place of what is waited for, so it is told and not asked
  if (taken.doubtful.length > 0 || !changed) lines.push(text(turn.t('edited.doubt')))
  if (changed && turn.case.asking === 'no' && !turn.case.goal && !turn.case.pending) showChange(turn, lines, before)
  else tell(turn, lines)
}
