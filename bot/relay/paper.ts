// A paper from the company: to the desk that asked for it, or whose turn it clearly is, otherwise the company chooses. It is
// handed on as it came: nothing here looks into it, and nobody gets it before a lead or visit is taken and consented.
import { type Button, file, text } from '../card.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { threadNotice } from '../staff/notice.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { answered } from './carry.ts'
import type { Paper } from './talk-record.ts'
import { findThread, obstacleOf, openThreads, putTalk, type Thread } from './thread.ts'

const BYTES_PER_MB = 1_048_576
const BYTES_PER_KB = 1_024

/** "1.2 MB", "340 KB". */
export function sizeText(bytes: number): string {
  if (bytes >= BYTES_PER_MB) return `${Math.round((bytes * 10) / BYTES_PER_MB) / 10} MB`
  return `${Math.max(1, Math.round(bytes / BYTES_PER_KB))} KB`
}

const waitsForPaper = (turn: Turn, thread: Thread): boolean =>
  thread.talk.requests.some(
    one => one.answeredAt === undefined && turn.knowledge.script.requests[one.code]?.papers === true,
  )

/** Deletes a paper that was never given to anybody. */
function drop(turn: Turn, paper: Paper, key: string): void {
  turn.givePaper(paper.id, null)
  turn.say({ lines: [text(turn.t(key))], buttons: [[{ text: turn.t('button.results'), press: press('x') }]] })
}

/** Gives the paper to one desk. */
function give(turn: Turn, thread: Thread, paper: Paper): void {
  const { at } = turn.incoming
  const limit = turn.knowledge.script.limits.papersPerTalk
  if (thread.talk.papers.length >= limit) return drop(turn, paper, 'paper.too-many')
  const talk = answered(thread.talk, at)
  putTalk(turn, thread, { ...talk, enterprise: { at }, papers: [...talk.papers, { ...paper, at }] })
  turn.givePaper(paper.id, thread.id)
  turn.note('paper-sent', thread.id, paper.id)
  const line = file(paper.id, paper.name, sizeText(paper.bytes))
  turn.post(thread.desk, thread.id, {
    lines: [text(forDesk(turn).t('paper.arrived')), line],
    notice: threadNotice(turn.knowledge.phrases, 'paper'),
  })
  turn.say({
    lines: [text(turn.t('paper.sent', { receiver: deskName(turn, thread.desk) })), line],
    buttons: [[{ text: turn.t('button.reply'), press: press('rp', thread.id) }]],
    note: turn.t('paper.note'),
  })
}

/** A paper came in. */
export function takePaper(turn: Turn, paper: Paper): void {
  // one that waited for a choice gives way: it can be sent again
  if (turn.case.pending?.kind === 'paper') turn.givePaper(turn.case.pending.paper.id, null)
  const threads = openThreads(turn)
  const asking = threads.filter(thread => waitsForPaper(turn, thread))
  const [only, ...others] = asking.length > 0 ? asking : threads
  if (turn.case.pending?.kind === 'paper') turn.settle()
  if (!only) return drop(turn, paper, 'paper.nobody')
  if (others.length === 0) return give(turn, only, paper)
  turn.update({ pending: { kind: 'paper', paper } })
  const choices = [only, ...others].map(({ id, desk }): Button[] => [
    { text: deskName(turn, desk), press: press('fl', id) },
  ])
  turn.say({
    lines: [text(turn.t('paper.to-whom')), file(paper.id, paper.name, sizeText(paper.bytes))],
    buttons: [...choices, [{ text: turn.t('button.paper-nobody'), press: press('fn') }]],
  })
}

/** The company chose whom it is for; without a thread, for nobody. */
export function choosePaper(turn: Turn, id?: string): boolean {
  const { pending } = turn.case
  if (pending?.kind !== 'paper') return false
  const thread = id === undefined ? undefined : findThread(turn, id)
  turn.settle()
  if (thread && !obstacleOf(thread)) give(turn, thread, pending.paper)
  else drop(turn, pending.paper, 'paper.dropped')
  return true
}
